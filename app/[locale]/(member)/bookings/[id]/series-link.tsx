import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { paths } from '@/lib/platform/paths';
import { findSeriesOf } from '@/lib/series/queries/series';

/** To the series that a booking is a date of. */
export async function SeriesLink({ bookingId }: { bookingId: string }) {
  const [seriesId, t, locale] = await Promise.all([
    findSeriesOf(bookingId),
    getTranslations('series.detail'),
    getLocale(),
  ]);
  if (!seriesId) return null;
  return (
    <p className="mt-5">
      <LinkButton href={paths.series(locale, seriesId)} variant="quiet" size="small" icon="refresh">
        {t('part')}
      </LinkButton>
    </p>
  );
}
