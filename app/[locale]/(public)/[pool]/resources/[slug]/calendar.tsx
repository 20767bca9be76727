import { getTranslations } from 'next-intl/server';
import { DayView } from '@/components/availability/day-view';
import { MonthView } from '@/components/availability/month-view';
import { openingWords } from '@/components/terms/opening-words';
import { Notice } from '@/components/ui/notice';
import {
  askedOn,
  dayAvailability,
  piecesOf,
  wholeDays,
  whenQuery,
  type AskedSpan,
  type DayNote,
  type When,
} from '@/lib/availability/model';
import { listAskedSpans, listBusySpans } from '@/lib/availability/queries';
import { now } from '@/lib/platform/clock';
import { monthOf, periodOfDays, weeksOfMonth, type Day, type Period } from '@/lib/platform/dates';
import { LOCALES } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { hasOpening } from '@/lib/terms/model/rules';
import { listOpening } from '@/lib/terms/queries/opening';
import { findRules } from '@/lib/terms/queries/rules';
import type { PageAddress } from './address';
import type { ThingGround } from './thing';

/** The month, and the hours of the chosen day. */
export async function Calendar(props: ThingGround & PageAddress) {
  const { locale, pool, thing, when, month, today } = props;
  const { zone } = pool;
  const weeks = weeksOfMonth(month, LOCALES[locale].firstWeekday);
  const days = weeks.flat();
  const shownDay = when && when.from >= today ? when.from : null;
  const shown = periodOfDays(days[0] ?? month, days.at(-1) ?? month, zone);
  const [t, spans, daySpans, asked] = await Promise.all([
    getTranslations('availability.calendar'),
    listBusySpans(thing.id, shown),
    shownDay && !days.includes(shownDay)
      ? listBusySpans(thing.id, periodOfDays(shownDay, shownDay, zone))
      : null,
    askedFor(thing.id, shown),
  ]);
  if (!spans.ok) return <Notice tone="attention">{t('away')}</Notice>;

  const at = now();
  const ground = { spans: spans.value, stock: thing.quantity, zone, now: at };
  const href = (changes: { when?: When; month?: Day }) => addressOf(props, changes);
  const previous = monthOf(month, -1);
  return (
    <section aria-labelledby="when" className="space-y-4">
      <div>
        <h2 id="when" className="text-xl">
          {t('title')}
        </h2>
        <p className="text-sm text-muted">{t('hint')}</p>
      </div>
      <MonthView
        month={month}
        weeks={weeks.map((week) => week.map((day) => dayAvailability(day, ground)))}
        notes={await notesOn(thing.id, days, asked, zone)}
        stock={thing.quantity}
        today={today}
        chosen={when}
        dayHref={(day) => href({ when: wholeDays(day) })}
        monthHref={{
          previous: previous < monthOf(today) ? null : href({ month: previous }),
          next: href({ month: monthOf(month, 1) }),
        }}
      />
      {shownDay && (daySpans === null || daySpans.ok) && (
        <DayView
          day={shownDay}
          pieces={piecesOf(
            restOf(shownDay, zone, at),
            daySpans?.value ?? spans.value,
            thing.quantity,
          )}
          asked={asked.filter(({ start, end }) => {
            const rest = restOf(shownDay, zone, at);
            return start < rest.end && end > rest.start;
          })}
          stock={thing.quantity}
          zone={zone}
          whenHref={(chosen) => href({ when: chosen })}
          waitingHref={(chosen) =>
            paths.waiting(locale, pool.slug, thing.slug, {
              ...whenQuery(chosen),
              ...(props.quantity > 1 ? { n: String(props.quantity) } : {}),
            })
          }
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
  const rules = await findRules(thingId);
  const notes = new Map<Day, DayNote>();
  const t = await getTranslations('availability');
  for (const day of days) {
    const count = askedOn(day, asked, zone);
    if (count > 0) notes.set(day, { sign: 'asked', words: t('asked', { count }), count });
  }
  if (!first || !last || !rules || !hasOpening(rules)) return notes;
  const [opening, words] = await Promise.all([listOpening(thingId, first, last), openingWords()]);
  for (const entry of opening) {
    if (entry.closed === null) continue;
    const said =
      rules.hoursApply === 'handover'
        ? `${t('noHandover')} (${words.day(entry)})`
        : words.day(entry);
    notes.set(entry.day, { sign: 'closed', words: said, count: 0 });
  }
  return notes;
}

function restOf(day: Day, zone: string, at: Date) {
  const { start, end } = periodOfDays(day, day, zone);
  return { start: at > start && at < end ? at : start, end };
}

function addressOf(
  { locale, pool, thing, when: given, quantity, month: shown }: ThingGround & PageAddress,
  { when = given ?? undefined, month = shown }: { when?: When; month?: Day },
): string {
  return paths.resource(locale, pool.slug, thing.slug, {
    ...(when ? whenQuery(when) : {}),
    ...(quantity > 1 ? { n: String(quantity) } : {}),
    month: month.slice(0, 7),
  });
}
