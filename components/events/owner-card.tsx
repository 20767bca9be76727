import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { StatusBadge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Name } from '@/components/ui/name';
import { isLost, type OwnerGroup } from '@/lib/events/model';
import { paths } from '@/lib/platform/paths';
import { PartPicture } from './part-picture';

/** One owner, and how each of its parts stands. */
export async function OwnerCard({ group }: { group: OwnerGroup }) {
  const [t, plan, locale] = await Promise.all([
    getTranslations('events.owners'),
    getTranslations('events.plan'),
    getLocale(),
  ]);
  return (
    <li className="edged rounded-lg bg-surface p-4 shadow-card">
      <h3 className="mb-2 text-base">
        <Name>{group.owner}</Name>
      </h3>
      <ul className="divide-y divide-line">
        {group.parts.map(({ id, what, quantity, thing, booking }) => {
          if (!booking) return null;
          const isOff = isLost(booking.status);
          return (
            <li key={id} className="relative flex gap-3 py-2.5 last:pb-0">
              <PartPicture thing={thing} className={cn('self-start', isOff && 'opacity-60')} />
              <div className="min-w-0 grow">
                <p className={cn('leading-snug', isOff && 'text-muted')}>
                  <Link
                    href={paths.booking(locale, booking.id)}
                    className="after:absolute after:inset-0 hover:text-leaf"
                  >
                    {quantity > 1 && (
                      <span className="tabular-nums">{plan('take', { count: quantity })} </span>
                    )}
                    <bdi>{thing?.title ?? what}</bdi>
                  </Link>
                </p>
                <p className="mt-1">
                  <StatusBadge status={booking.status} />
                </p>
                {booking.note && (
                  <p dir="auto" className="mt-1 text-sm text-muted">
                    {t('reason', { note: booking.note })}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
