import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { WhenLine } from '@/components/ui/when-line';
import { periodOf, whenOf, whenQuery } from '@/lib/availability/model';
import type { BookingCard } from '@/lib/bookings/model';
import { weeksLater } from '@/lib/bookings/model/again';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

/** The last booking once more, a week on: everything is filled in, one button is left to press. */
export async function AgainCard({ booking }: { booking: BookingCard }) {
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  const { thing, poolSlug, period, zone, quantity } = booking;
  if (!thing) return null;
  const again = weeksLater(whenOf(period, zone), dayOf(now(), zone));
  const query = { ...whenQuery(again), ...(quantity > 1 ? { n: String(quantity) } : {}) };
  return (
    <aside className="edged relative mb-5 flex min-h-16 pressable items-center gap-3 rounded-lg border border-line bg-surface px-4 py-2.5 hover:border-leaf">
      <Icon name="refresh" className="text-leaf" />
      <span className="min-w-0 grow">
        <Link
          href={paths.resource(locale, poolSlug, thing.slug, query)}
          prefetch={false}
          className="block font-semibold text-leaf after:absolute after:inset-0 after:rounded-lg"
        >
          {t.rich('again', { thing: thing.title, q: (words) => <bdi>{words}</bdi> })}
        </Link>
        <span className="block text-sm text-muted tabular-nums">
          <WhenLine period={periodOf(again, zone)} zone={zone} />
        </span>
      </span>
      <Icon name="chevron" className="text-muted cramped:hidden" />
    </aside>
  );
}
