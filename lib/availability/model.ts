import {
  addDays,
  asWallTime,
  dayOf,
  isDay,
  isWallTime,
  lastDayOf,
  periodOfDays,
  startOfDay,
  timeOf,
  toInstant,
  weekdayOf,
  type Day,
  type Period,
  type WallTime,
} from '@/lib/platform/dates';

/** How much can be had: at one moment, or on one day. */
export const AVAILABILITIES = ['free', 'some', 'taken', 'requested'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** A stretch in which less than everything is free. What lies between such spans is free. */
export type BusySpan = Period & { state: Exclude<Availability, 'free'>; free: number };

/** A stretch for which so many ask while nobody holds it. */
export type AskedSpan = Period & { requests: number };

/** What a day has to say beside how much is free. */
export type DayNote = { sign: 'closed' | 'asked'; words: string; count: number };

/** So many ask for a time on this day, at its busiest; 0 when nobody does. */
export function askedOn(day: Day, spans: readonly AskedSpan[], zone: string): number {
  const { start, end } = periodOfDays(day, day, zone);
  const here = spans.filter((span) => span.start < end && span.end > start);
  return Math.max(0, ...here.map(({ requests }) => requests));
}

/** Time without a change: how many are free, and how that is to be shown. */
export type Piece = Period & { state: Availability; free: number };

/** Parts of a day that people name; `own` are hours somebody typed. */
export const DAY_PARTS = ['day', 'morning', 'afternoon', 'evening', 'own'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

const MIDNIGHT = asWallTime('00:00');

export const PART_HOURS = {
  morning: { start: asWallTime('08:00'), end: asWallTime('12:00') },
  afternoon: { start: asWallTime('12:00'), end: asWallTime('18:00') },
  evening: { start: asWallTime('18:00'), end: asWallTime('23:00') },
} as const satisfies Partial<Record<DayPart, { start: WallTime; end: WallTime }>>;

/**
 * What somebody means by “when”, in wall time: from the first to the last day, both included. Without
 * hours it is the whole of these days. An end at 00:00 of the only day is the midnight after it.
 */
export type When = { from: Day; to: Day; start: WallTime | null; end: WallTime | null };

export function wholeDays(from: Day, to: Day = from): When {
  return { from, to, start: null, end: null };
}

/** From when to when on the clock; an end at 00:00 is the midnight after the last day. */
export type TimeRange = { start: WallTime; end: WallTime };

/** From the first to the last day at these times; what would end too early ends on the next day. */
export function inRange(from: Day, to: Day, { start, end }: TimeRange): When {
  const isNext = end === MIDNIGHT ? to > from : to === from && end <= start;
  return { from, to: isNext ? addDays(to, 1) : to, start, end };
}

/** How a form says a range as one of its choices: `08:00-12:00`. */
export function rangeKey({ start, end }: TimeRange): string {
  return `${start}-${end}`;
}

function readRange(key: string | undefined): TimeRange | null {
  const [start, end, ...rest] = (key ?? '').split('-');
  return isWallTime(start) && isWallTime(end) && rest.length === 0 ? { start, end } : null;
}

export function partOf({ start, end }: When): DayPart {
  if (start === null && end === null) return 'day';
  const named = (['morning', 'afternoon', 'evening'] as const).find(
    (part) => PART_HOURS[part].start === start && PART_HOURS[part].end === end,
  );
  return named ?? 'own';
}

export function periodOf({ from, to, start, end }: When, zone: string): Period {
  const isNextMidnight = end === null || (end === MIDNIGHT && to === from);
  return {
    start: toInstant(from, start ?? MIDNIGHT, zone),
    end: isNextMidnight ? startOfDay(addDays(to, 1), zone) : toInstant(to, end, zone),
  };
}

/** The wall time of a period; `periodOf` leads back to it. */
export function whenOf(period: Period, zone: string): When {
  const from = dayOf(period.start, zone);
  const start = timeOf(period.start, zone);
  const end = timeOf(period.end, zone);
  const last = lastDayOf(period, zone);
  if (start === MIDNIGHT && end === MIDNIGHT) return wholeDays(from, last);
  const to = end === MIDNIGHT && last === from ? from : dayOf(period.end, zone);
  return { from, to, start, end };
}

const FIVE_MINUTES = 300_000;

/**
 * “Today” asked for at noon means from now on; the hours somebody typed are left alone. Rounded down
 * to five minutes, so that the same form sent twice says the same; the database allows that much.
 */
export function fromNowOn(when: When, zone: string, now: Date): Period {
  const period = periodOf(when, zone);
  if (partOf(when) === 'own' || period.start >= now || period.end <= now) return period;
  const rounded = new Date(Math.floor(now.getTime() / FIVE_MINUTES) * FIVE_MINUTES);
  return { start: rounded > period.start ? rounded : period.start, end: period.end };
}

const LONGEST_MS = 366 * 86_400_000;

/** Why nothing can be looked up for this period; null when it is fine. */
export function flawOf({ start, end }: Period): 'end_before_start' | 'too_long' | null {
  if (end <= start) return 'end_before_start';
  return end.getTime() - start.getTime() > LONGEST_MS ? 'too_long' : null;
}

export type WhenInput = Partial<Record<'from' | 'to' | 'part' | 'start' | 'end', string>>;

/** From the address or a form; null when there is no first day. */
export function readWhen(input: WhenInput): When | null {
  if (!isDay(input.from)) return null;
  const to = isDay(input.to) ? input.to : input.from;
  if (input.part === 'day') return wholeDays(input.from, to);
  if (input.part === 'morning' || input.part === 'afternoon' || input.part === 'evening') {
    return { from: input.from, to, ...PART_HOURS[input.part] };
  }
  const range = readRange(input.part);
  if (range) return inRange(input.from, to, range);
  const start = isWallTime(input.start) ? input.start : null;
  const end = isWallTime(input.end) ? input.end : null;
  return { from: input.from, to, start: start ?? (end ? MIDNIGHT : null), end };
}

/** For the address: as short as it can be said. */
export function whenQuery({ from, to, start, end }: When): Record<string, string> {
  return {
    from,
    ...(to === from ? {} : { to }),
    ...(start === null ? {} : { start }),
    ...(end === null ? {} : { end }),
  };
}

/** The same time gives the same text, another time another. */
export function whenKey(when: When | null): string {
  return when ? Object.values(whenQuery(when)).join('_') : '';
}

export const PRESETS = ['today', 'tomorrow', 'weekend', 'saturday'] as const;
export type PresetName = (typeof PRESETS)[number];
export type Preset = { name: PresetName; when: When };

const SATURDAY = 6;
const SUNDAY = 7;

/** The first Saturday after today; on a Saturday the one in a week. */
export function nextSaturday(today: Day): Day {
  return addDays(today, ((SATURDAY - weekdayOf(today) + 6) % 7) + 1);
}

/** Saturday and Sunday of this week; on a Sunday what is left of it. */
export function thisWeekend(today: Day): When {
  const sunday = addDays(today, SUNDAY - weekdayOf(today));
  const saturday = addDays(sunday, -1);
  return wholeDays(saturday < today ? today : saturday, sunday);
}

/** What most people look for; two names for the same days are offered once. */
export function presets(today: Day): Preset[] {
  const all: Preset[] = [
    { name: 'today', when: wholeDays(today) },
    { name: 'tomorrow', when: wholeDays(addDays(today, 1)) },
    { name: 'weekend', when: thisWeekend(today) },
    { name: 'saturday', when: wholeDays(nextSaturday(today)) },
  ];
  return all.filter(
    ({ when }, index) => all.findIndex((other) => whenKey(other.when) === whenKey(when)) === index,
  );
}

/** The period cut at every change; between the spans everything is free. Spans do not overlap. */
export function piecesOf(period: Period, spans: readonly BusySpan[], stock: number): Piece[] {
  const pieces: Piece[] = [];
  let at = period.start;
  const inside = spans
    .filter((span) => span.start < period.end && span.end > period.start)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
  for (const span of inside) {
    const start = span.start > at ? span.start : at;
    const end = span.end < period.end ? span.end : period.end;
    if (start >= end) continue;
    if (start > at) pieces.push({ start: at, end: start, state: 'free', free: stock });
    pieces.push({ start, end, state: span.state, free: span.free });
    at = end;
  }
  if (at < period.end) pieces.push({ start: at, end: period.end, state: 'free', free: stock });
  return pieces;
}

/** When at least so many are free without a break. */
export function freeSpans(pieces: readonly Piece[], wanted = 1): Period[] {
  const found: Period[] = [];
  for (const { start, end, free } of pieces) {
    if (free < wanted) continue;
    const last = found.at(-1);
    if (last?.end.getTime() === start.getTime()) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

export type DayAvailability = {
  day: Day;
  state: Availability;
  /** So many are free from its beginning to its end. */
  free: number;
  isPast: boolean;
};

type Ground = { spans: readonly BusySpan[]; stock: number; zone: string; now: Date };

// A hall that is taken from eight to ten at night is taken, although the night is free.
const WAKING = { start: asWallTime('08:00'), end: asWallTime('22:00') } as const;

/** One sign for a day. What is left of today counts, not what is over. */
export function dayAvailability(day: Day, { spans, stock, zone, now }: Ground): DayAvailability {
  const whole = periodOfDays(day, day, zone);
  const isPast = whole.end <= now;
  const rest = isPast ? whole : laterThan(whole, now);
  const waking = laterThan(periodOf({ from: day, to: day, ...WAKING }, zone), rest.start);
  const pieces = piecesOf(rest, spans, stock);
  const judged = waking.start < waking.end ? piecesOf(waking, spans, stock) : pieces;
  return {
    day,
    state: stateOf(pieces, judged),
    free: Math.min(stock, ...pieces.map(({ free }) => free)),
    isPast,
  };
}

function stateOf(pieces: Piece[], judged: Piece[]): Availability {
  if (pieces.every(({ state }) => state === 'free')) return 'free';
  if (judged.some(({ free }) => free > 0)) return 'some';
  return judged.every(({ state }) => state === 'requested') ? 'requested' : 'taken';
}

function laterThan({ start, end }: Period, moment: Date): Period {
  return { start: moment > start ? moment : start, end };
}

/** How a whole period stands: as scarce as at its worst moment. */
export function throughout(pieces: readonly Piece[], stock: number): Pick<Piece, 'state' | 'free'> {
  const free = Math.min(stock, ...pieces.map((piece) => piece.free));
  const none = pieces.filter((piece) => piece.free <= 0);
  const isOnlyAskedFor = none.length > 0 && none.every(({ state }) => state === 'requested');
  return { free, state: isOnlyAskedFor ? 'requested' : availabilityOf(free, stock) };
}

/** How a number that is free out of so many is to be shown. */
export function availabilityOf(free: number, stock: number): Availability {
  if (free <= 0) return 'taken';
  return free < stock ? 'some' : 'free';
}
