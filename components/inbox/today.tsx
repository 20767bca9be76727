import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import type { Movement } from '@/lib/inbox/model/day';
import { formatTime } from '@/lib/platform/date-format';
import { isWholeDays } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

/** What leaves and what returns today. */
export async function Today({ movements }: { movements: Movement[] }) {
  if (movements.length === 0) return null;
  const t = await getTranslations('inbox.today');
  return (
    <section className="edged mb-6 rounded-lg bg-leaf-soft p-4">
      <h2 className="mb-1 text-base text-leaf-ink">{t('title')}</h2>
      <ul className="divide-y divide-line">
        {movements.map((movement) => (
          <MovementRow key={movement.direction + movement.booking.id} movement={movement} />
        ))}
      </ul>
    </section>
  );
}

async function MovementRow({ movement }: { movement: Movement }) {
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()]);
  const { direction, at, booking } = movement;
  const { id, thing, borrower, quantity, period, zone } = booking;
  const time = isWholeDays(period, zone) ? t('today.wholeDay') : formatTime(at, locale, zone);
  return (
    <li>
      <Link
        href={paths.booking(locale, id)}
        className="flex min-h-13 items-center gap-3 py-2 hover:text-leaf"
      >
        <Icon name={direction === 'out' ? 'share' : 'download'} className="size-5 text-leaf" />
        <span className="min-w-0 grow">
          <span className="block leading-snug">
            <span className="font-semibold">{t(`today.${direction}`)}</span>{' '}
            <span className="tabular-nums">{time}</span>
          </span>
          <span className="block truncate text-sm text-muted">
            {quantity > 1 && `${t('pieces', { count: quantity })} `}
            <bdi>{thing?.title}</bdi> · <bdi>{borrower}</bdi>
          </span>
        </span>
        <Icon name="chevron" className="text-muted" />
      </Link>
    </li>
  );
}
