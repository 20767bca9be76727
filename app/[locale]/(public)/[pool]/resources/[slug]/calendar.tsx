import { getTranslations } from 'next-intl/server';
import { DayView } from '@/components/availability/day-view';
import { MonthView } from '@/components/availability/month-view';
import { Notice } from '@/components/ui/notice';
import {
  dayAvailability,
  piecesOf,
  wholeDays,
  whenQuery,
  type When,
} from '@/lib/availability/model';
import { listBusySpans } from '@/lib/availability/queries';
import { now } from '@/lib/platform/clock';
import { monthOf, periodOfDays, weeksOfMonth, type Day } from '@/lib/platform/dates';
import { LOCALES } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import type { PageAddress } from './address';
import type { ThingGround } from './thing';

/** The month, and the hours of the chosen day. */
export async function Calendar(props: ThingGround & PageAddress) {
  const { locale, pool, thing, when, month, today } = props;
  const { zone } = pool;
  const weeks = weeksOfMonth(month, LOCALES[locale].firstWeekday);
  const days = weeks.flat();
  const shownDay = when && when.from >= today ? when.from : null;
  const [t, spans, daySpans] = await Promise.all([
    getTranslations('availability.calendar'),
    listBusySpans(thing.id, periodOfDays(days[0] ?? month, days.at(-1) ?? month, zone)),
    shownDay && !days.includes(shownDay)
      ? listBusySpans(thing.id, periodOfDays(shownDay, shownDay, zone))
      : null,
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
