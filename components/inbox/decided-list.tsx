import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { StatusBadge } from '@/components/ui/badge';
import { Name } from '@/components/ui/name';
import type { DecidedCard } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { formatDistance } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';

export async function DecidedList({ bookings }: { bookings: DecidedCard[] }) {
  if (bookings.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()]);
  return (
    <section className="mt-10">
      <h2 className="mb-1 text-base text-muted">{t('decided')}</h2>
      <ul className="divide-y divide-line">
        {bookings.map(({ id, thing, borrower, status, decidedAt }) => (
          <li key={id}>
            <Link
              href={paths.booking(locale, id)}
              className="flex min-h-14 items-center gap-3 py-2.5 hover:text-leaf"
            >
              <span className="min-w-0 grow">
                <span className="block" dir="auto">
                  {thing?.title}
                </span>
                <span className="block text-sm text-muted">
                  <Name>{borrower}</Name> · {formatDistance(decidedAt, now(), locale)}
                </span>
              </span>
              <StatusBadge status={status} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
