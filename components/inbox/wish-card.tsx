import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Asker } from '@/components/ui/asker';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { WishedChange } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { formatSoon } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';

type WishCardProps = {
  wish: WishedChange;
  /** The picture, old beside new, and the forms: of other features. */
  picture: ReactNode;
  oldNew: ReactNode;
  decision: ReactNode;
};

/** Somebody wishes to change what is promised already. */
export async function WishCard({ wish, picture, oldNew, decision }: WishCardProps) {
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()]);
  const { id, thing, borrower, wishedBy, change, zone } = wish;
  return (
    <li
      id={`b-${id}`}
      className="edged scroll-mt-24 overflow-hidden rounded-lg bg-surface shadow-card target:outline-2 target:outline-marigold"
    >
      <article
        data-request
        tabIndex={-1}
        aria-labelledby={`t-${id}`}
        className="space-y-3.5 rounded-lg p-4 focus-visible:outline-offset-[-3px]"
      >
        <div className="relative flex gap-3">
          {picture}
          <div className="min-w-0 grow">
            <h3 id={`t-${id}`} className="text-base leading-snug" dir="auto">
              <Link
                href={paths.booking(locale, id)}
                className="after:absolute after:inset-0 hover:text-leaf"
              >
                {thing?.title}
                <Icon name="chevron" className="inline size-4 text-muted" />
              </Link>
            </h3>
            <Asker person={wishedBy} organisation={borrower} />
          </div>
        </div>
        {oldNew}
        {change.note && (
          <p dir="auto" className="border-s-3 border-line ps-3 whitespace-pre-line">
            {change.note}
          </p>
        )}
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <Icon name="clock" className="size-4.5" />
          {t('until', { until: formatSoon(change.expiresAt, now(), locale, zone) })}
        </p>
        {decision}
      </article>
    </li>
  );
}
