import type { Topic } from './levels';
import { HORIZON_DAYS, type Quota, type Rules } from './rules';

/** Values of a sentence; a length of time is said in words of the language. */
export type SayValue = string | number | { minutes: number } | { list: string[] };

/** One rule as a sentence of `terms.say`. */
export type Sentence = { say: SayKey; values: Record<string, SayValue> };

export const SAY_KEYS = [
  'audience_own',
  'audience_chosen',
  'audience_own_first',
  'compete',
  'slots',
  'slots_from',
  'parts',
  'days',
  'length_between',
  'length_min',
  'length_max',
  'days_between',
  'days_min',
  'days_max',
  'count_started',
  'count_open',
  'lead',
  'lead_working',
  'horizon',
  'hours_use',
  'hours_handover',
  'holidays_both',
  'holidays_public',
  'holidays_school',
  'pickups',
  'quota_open',
  'quota_hours',
  'quota_days',
  'quota_weekends',
  'confirm_booking',
  'confirm_organisation',
  'no_show',
] as const;
export type SayKey = (typeof SAY_KEYS)[number];

const DAY = 1_440;

/** What the rules say to each question. */
const ANSWERS: Record<Topic, (rules: Rules) => Sentence[]> = {
  audience: forWhom,
  periods: whichPeriods,
  length: howLong,
  ahead: howEarly,
  opening: whenOpen,
  shares: (rules) => [...pickups(rules), ...rules.quotas.map(quotaInWords)],
  shown: (rules) => rules.confirmations.map(({ name, per }) => say(`confirm_${per}`, { name })),
  decides: howDecided,
};

export function answerInWords(topic: Topic, rules: Rules): Sentence[] {
  return ANSWERS[topic](rules);
}

/** What a borrower must know before asking: one short sentence for each rule, the weightiest first. */
export function rulesInWords(rules: Rules): Sentence[] {
  return Object.values(ANSWERS).flatMap((answer) => answer(rules));
}

function say(key: SayKey, values: Sentence['values'] = {}): Sentence {
  return { say: key, values };
}

function forWhom({ audience, ownFirstDays }: Rules): Sentence[] {
  if (audience === 'pool') return [];
  return [say(`audience_${audience}`, audience === 'own_first' ? { days: ownFirstDays ?? 0 } : {})];
}

function whichPeriods(rules: Rules): Sentence[] {
  const { slotMinutes, slotStartsAt, pickupAt, returnAt, parts } = rules;
  switch (rules.periodKind) {
    case 'minutes':
      return [];
    case 'slots': {
      const duration = { minutes: slotMinutes ?? 60 };
      return slotStartsAt === null || slotStartsAt === '00:00'
        ? [say('slots', { duration })]
        : [say('slots_from', { duration, start: slotStartsAt })];
    }
    case 'parts':
      return [
        say('parts', {
          parts: { list: parts.map(({ name, starts, ends }) => `${name} (${starts}–${ends})`) },
        }),
      ];
    case 'days':
      return [say('days', { pickup: pickupAt ?? '', back: returnAt ?? '' })];
  }
}

function howLong(rules: Rules): Sentence[] {
  const { minMinutes, maxMinutes, minDays, maxDays, dayCount } = rules;
  const sentences = [
    ...between('length', minMinutes, maxMinutes, (minutes) => ({ minutes })),
    ...between('days', minDays, maxDays, (days) => ({ minutes: days * DAY })),
  ];
  const countsDays = minDays !== null || maxDays !== null;
  if (countsDays && dayCount !== 'calendar') sentences.push(say(`count_${dayCount}`));
  return sentences;
}

function between(
  what: 'length' | 'days',
  least: number | null,
  most: number | null,
  of: (amount: number) => SayValue,
): Sentence[] {
  if (least !== null && most !== null)
    return [say(`${what}_between`, { min: of(least), max: of(most) })];
  if (least !== null) return [say(`${what}_min`, { min: of(least) })];
  return most === null ? [] : [say(`${what}_max`, { max: of(most) })];
}

function howEarly({ leadMinutes, leadWorkingDays, horizonDays }: Rules): Sentence[] {
  return [
    ...(leadMinutes > 0 ? [say('lead', { duration: { minutes: leadMinutes } })] : []),
    ...(leadWorkingDays > 0 ? [say('lead_working', { days: leadWorkingDays })] : []),
    ...(horizonDays < HORIZON_DAYS
      ? [say('horizon', { duration: { minutes: horizonDays * DAY } })]
      : []),
  ];
}

function whenOpen(rules: Rules): Sentence[] {
  const { hours, hoursApply } = rules;
  const { closedOnPublicHolidays: onPublic, closedInSchoolHolidays: inSchool } = rules;
  return [
    ...(hours === null ? [] : [say(`hours_${hoursApply}`)]),
    ...(onPublic || inSchool
      ? [
          say(
            onPublic && inSchool
              ? 'holidays_both'
              : onPublic
                ? 'holidays_public'
                : 'holidays_school',
          ),
        ]
      : []),
  ];
}

function pickups({ pickupsPerDay }: Rules): Sentence[] {
  return pickupsPerDay === null ? [] : [say('pickups', { count: pickupsPerDay })];
}

function howDecided({ requestMode, noShowMinutes }: Rules): Sentence[] {
  return [
    ...(requestMode === 'compete' ? [say('compete')] : []),
    ...(noShowMinutes === null ? [] : [say('no_show', { duration: { minutes: noShowMinutes } })]),
  ];
}

function quotaInWords({ measure, per, most }: Quota): Sentence {
  if (measure === 'open_bookings') return say('quota_open', { count: most });
  return say(`quota_${measure}`, { count: most, per: per ?? 'year' });
}
