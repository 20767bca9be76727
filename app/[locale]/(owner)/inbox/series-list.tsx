import { getTranslations } from 'next-intl/server';
import { ThingPicture } from '@/components/bookings/thing-picture';
import { SeriesRequestCard } from '@/components/series/series-request-card';
import { Island } from '@/components/ui/island';
import { Notice } from '@/components/ui/notice';
import type { SeriesRequest } from '@/lib/series/model/series';

/** Series to decide: one card each, however many dates they have. */
export async function SeriesList({ requests }: { requests: SeriesRequest[] }) {
  if (requests.length === 0) return null;
  const t = await getTranslations('series.card');
  return (
    <section className="mt-6">
      <h2 className="mb-2.5 text-base text-muted">{t('title')}</h2>
      <ul className="space-y-4">
        {requests.map((request) => (
          <Island key={request.id}>
            <SeriesRequestCard
              request={request}
              picture={
                <ThingPicture thing={request.thing} className="w-22 self-start rounded-md" />
              }
            />
          </Island>
        ))}
      </ul>
    </section>
  );
}

export async function SeriesOutcome() {
  const t = await getTranslations('series.card');
  return (
    <div role="status" className="mb-6">
      <Notice tone="done">{t('answered')}</Notice>
    </div>
  );
}
