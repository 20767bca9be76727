import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/ui/badge';
import { Name } from '@/components/ui/name';
import { WhenLine } from '@/components/ui/when-line';
import { whenOf, whenQuery } from '@/lib/availability/model';
import type { Affected } from '@/lib/handover/model';
import { paths } from '@/lib/platform/paths';

type AffectedListProps = {
  bookings: Affected[];
  zone: string;
  poolSlug: string;
  /** The way to call one off; of another feature. */
  cancel: (booking: Affected) => ReactNode;
};

/** Who counts on it, and what else would do for them. */
export async function AffectedList({ bookings, zone, poolSlug, cancel }: AffectedListProps) {
  const [t, locale] = await Promise.all([getTranslations('handover.withdraw'), getLocale()]);
  return (
    <ul className="space-y-4">
      {bookings.map((booking) => {
        const { id, title, status, period, quantity, borrower, person, purpose } = booking;
        return (
          <li key={id} className="edged rounded-lg bg-surface p-4 shadow-card">
            <article aria-labelledby={`t-${id}`} className="space-y-2.5">
              <div className="flex flex-wrap items-start justify-between gap-2">
                <h3 id={`t-${id}`} className="text-base leading-snug" dir="auto">
                  <Link href={paths.booking(locale, id)} className="hover:text-leaf">
                    {borrower}
                  </Link>
                </h3>
                <StatusBadge status={status} />
              </div>
              <p className="text-sm font-semibold tabular-nums">
                <WhenLine period={period} zone={zone} />
              </p>
              <p className="text-sm text-muted">
                {quantity > 1 && `${t('pieces', { count: quantity })} · `}
                <bdi>{title}</bdi>
                {person && (
                  <>
                    {' · '}
                    <bdi>{person}</bdi>
                  </>
                )}
              </p>
              {purpose && (
                <p dir="auto" className="line-clamp-3 border-s-3 border-line ps-3">
                  {purpose}
                </p>
              )}
              <Substitutes booking={booking} poolSlug={poolSlug} zone={zone} />
              <div className="flex flex-wrap gap-2.5">{cancel(booking)}</div>
            </article>
          </li>
        );
      })}
    </ul>
  );
}

async function Substitutes({
  booking: { substitutes, period, quantity },
  poolSlug,
  zone,
}: {
  booking: Affected;
  poolSlug: string;
  zone: string;
}) {
  const [t, locale] = await Promise.all([getTranslations('handover.withdraw'), getLocale()]);
  if (substitutes.length === 0) return <p className="text-sm text-muted">{t('noSubstitute')}</p>;
  const query = { ...whenQuery(whenOf(period, zone)), n: String(quantity) };
  return (
    <div className="rounded-md bg-sunken px-3.5 py-3 text-sm">
      <h4 className="mb-1 font-semibold">{t('substitutes')}</h4>
      <ul>
        {substitutes.map(({ slug, title, organisation }) => (
          <li key={slug} className="border-t border-line first:border-t-0">
            <Link
              href={paths.resource(locale, poolSlug, slug, query)}
              prefetch={false}
              className="flex min-h-11 flex-col justify-center py-1.5 leading-snug"
            >
              <bdi className="font-semibold text-leaf hover:underline">{title}</bdi>
              <Name className="text-muted">{organisation}</Name>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
