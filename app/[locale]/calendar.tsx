import { getTranslations } from 'next-intl/server';
import { DayView } from '@/components/availability/day-view';
import { HourList } from '@/components/availability/hour-list';
import { MonthView } from '@/components/availability/month-view';
import { PresetChips } from '@/components/availability/preset-chips';
import { Notice } from '@/components/ui/notice';
import {
  askedOn,
  dayAvailability,
  piecesOf,
  whenQuery,
  type AskedSpan,
  type DayNote,
  type When,
} from '@/lib/availability/model';
import type { PickMode } from '@/lib/availability/model/grid';
import { listAskedSpans, listBusySpans } from '@/lib/availability/queries';
import { now } from '@/lib/platform/clock';
import { monthOf, periodOfDays, weeksOfMonth, type Day, type Period } from '@/lib/platform/dates';
import { LOCALES, type Locale } from '@/lib/platform/i18n/locales';
import { startTimes, type TimeFields } from '@/lib/terms/model/choices';
import { findRules } from '@/lib/terms/queries/rules';
import { closedDays } from './closed-days';

type CalendarProps = {
  thing: { id: string; stock: number };
  locale: Locale;
  zone: string;
  /** What the address says, the month that is shown, and how many are wanted. */
  when: When | null;
  month: Day;
  today: Day;
  quantity: number;
  /** Where a time is chosen: the address without its query, and what of that stays. */
  path: string;
  keep: Record<string, string>;
  /** How the time of this thing is chosen. */
  fields: TimeFields;
  mode: PickMode;
  /** Where one waits for a time that is taken; null where nobody does. */
  waitingHref: ((when: When) => string) | null;
  /** The booking that is to be moved: its own time counts as free. */
  exceptBookingId?: string;
};

/** When is it free? The month, and the hours of the chosen day; each of them a tap. */
export async function Calendar(props: CalendarProps) {
  const { thing, locale, zone, when, month, today, quantity, path, keep, fields, mode } = props;
  const { id, stock } = thing;
  const weeks = weeksOfMonth(month, LOCALES[locale].firstWeekday);
  const days = weeks.flat();
  const shownDay = when && when.from >= today ? when.from : null;
  const shown = periodOfDays(days[0] ?? month, days.at(-1) ?? month, zone);
  const spansOf = (period: Period) => listBusySpans(id, period, props.exceptBookingId);
  const [t, spans, daySpans, asked] = await Promise.all([
    getTranslations('availability.calendar'),
    spansOf(shown),
    shownDay && !days.includes(shownDay) ? spansOf(periodOfDays(shownDay, shownDay, zone)) : null,
    askedFor(id, shown),
  ]);
  if (!spans.ok) return <Notice tone="attention">{t('away')}</Notice>;

  const at = now();
  const href = (query: Record<string, string>) => {
    const said = new URLSearchParams({ ...keep, ...query }).toString();
    return said === '' ? path : `${path}?${said}`;
  };
  const monthQuery = (shown: Day) => ({ month: shown.slice(0, 7) });
  const whenHref = (chosen: When) => href({ ...whenQuery(chosen), ...monthQuery(month) });
  const monthHref = (shown: Day) =>
    href({ ...(when ? whenQuery(when) : {}), ...monthQuery(shown) });
  const notes = await notesOn(id, days, asked, zone);
  // usually the chosen day stands in the month that is shown
  const closedOn = async (day: Day) => {
    if (!days.includes(day)) return (await closedDays(id, day, day)).get(day);
    const note = notes.get(day);
    return note?.sign === 'closed' ? note.words : undefined;
  };
  const previous = monthOf(month, -1);
  const starts = startTimes(fields);
  const spansThen = (daySpans ?? spans).ok ? (daySpans ?? spans) : null;
  const closed = shownDay ? await closedOn(shownDay) : undefined;
  return (
    <section aria-labelledby="when" className="space-y-4">
      <div>
        <h2 id="when" className="text-xl">
          {t('title')}
        </h2>
        <p className="text-sm text-muted">{t('hint')}</p>
      </div>
      <PresetChips
        today={today}
        chosen={when}
        whenHref={(chosen) => href(chosen ? whenQuery(chosen) : {})}
      />
      <MonthView
        month={month}
        weeks={weeks.map((week) =>
          week.map((day) => dayAvailability(day, { spans: spans.value, stock, zone, now: at })),
        )}
        notes={notes}
        stock={stock}
        today={today}
        zone={zone}
        chosen={when}
        path={path}
        keep={keep}
        monthHref={{
          previous: previous < monthOf(today) ? null : monthHref(previous),
          next: monthHref(monthOf(month, 1)),
        }}
        mode={mode}
        isModeFixed={fields.kind === 'fixed'}
        keepsHours={fields.kind === 'free'}
      />
      {shownDay && spansThen?.ok && (
        <DayView
          day={shownDay}
          closed={closed}
          pieces={piecesOf(restOf(shownDay, zone, at), spansThen.value, stock)}
          asked={asked.filter(({ start, end }) => {
            const rest = restOf(shownDay, zone, at);
            return start < rest.end && end > rest.start;
          })}
          stock={stock}
          zone={zone}
          whenHref={whenHref}
          waitingHref={props.waitingHref}
        />
      )}
      {when && shownDay && closed === undefined && spansThen?.ok && starts && (
        <HourList
          key={shownDay}
          day={shownDay}
          starts={starts}
          spans={spansThen.value}
          stock={stock}
          quantity={quantity}
          zone={zone}
          now={at}
          chosen={when}
          whenHref={whenHref}
          isOpen={mode === 'one'}
        />
      )}
    </section>
  );
}

/** What others ask for; nothing to count where a request holds its slot. */
async function askedFor(thingId: string, period: Period): Promise<AskedSpan[]> {
  const rules = await findRules(thingId);
  return rules?.requestMode === 'compete' ? listAskedSpans(thingId, period) : [];
}

/** Closed days say why; the others, for how many it is wished already. */
async function notesOn(thingId: string, days: Day[], asked: AskedSpan[], zone: string) {
  const [first, last] = [days[0], days.at(-1)];
  const notes = new Map<Day, DayNote>();
  const t = await getTranslations('availability');
  for (const day of days) {
    const count = askedOn(day, asked, zone);
    if (count > 0) notes.set(day, { sign: 'asked', words: t('asked', { count }), count });
  }
  if (!first || !last) return notes;
  for (const [day, words] of await closedDays(thingId, first, last)) {
    notes.set(day, { sign: 'closed', words, count: 0 });
  }
  return notes;
}

function restOf(day: Day, zone: string, at: Date) {
  const { start, end } = periodOfDays(day, day, zone);
  return { start: at > start && at < end ? at : start, end };
}
