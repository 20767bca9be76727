import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Name } from '@/components/ui/name';
import { formatPeriod } from '@/lib/platform/date-format';
import type { WaitingEntry } from '@/lib/waiting/model';

/** Who waits for things of ours: to know, not to decide. Nothing when nobody does. */
export async function WaitingForUs({ entries }: { entries: WaitingEntry[] }) {
  const [t, list, words, locale] = await Promise.all([
    getTranslations('waiting.owner'),
    getTranslations('waiting.list'),
    getTranslations('waiting.join'),
    getLocale(),
  ]);
  if (entries.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-lg">{t('title')}</h2>
      <p className="mt-1 mb-3 text-sm text-muted">{t('text')}</p>
      <Card className="p-0">
        <ul className="divide-y divide-line">
          {entries.map(({ id, thing, borrower, period, zone, quantity, place }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
              <span className="min-w-0">
                <bdi className="font-semibold">{thing?.title ?? list('gone')}</bdi>
                <span className="block text-sm text-muted">
                  <Name>{borrower}</Name> · {formatPeriod(period, locale, zone)}
                  {quantity > 1 && ` · ${words('pieces', { count: quantity })}`}
                </span>
              </span>
              <Badge>{place === null ? list('serving') : list('number', { place })}</Badge>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
