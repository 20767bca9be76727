import { getTranslations } from 'next-intl/server';
import { Preview } from '@/components/series/preview';
import { ExtendForm } from '@/components/series/request-form';
import { seriesWords } from '@/components/series/rule-words';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/fields.client';
import { Notice } from '@/components/ui/notice';
import { errorSentence } from '@/lib/platform/error-words';
import { addDays, isDay, type Day } from '@/lib/platform/dates';
import { withUntil } from '@/lib/series/model/rule';
import type { SeriesDetail } from '@/lib/series/model/series';
import { previewSeries } from '@/lib/series/queries/preview';

type ExtendPlanProps = { series: SeriesDetail; until: string; from: string; today: Day };

/** Another season: the same rule from the day after its last date on, or later. */
export async function ExtendPlan({ series, until, from, today }: ExtendPlanProps) {
  const [t, words] = await Promise.all([getTranslations('series.plan'), seriesWords(series)]);
  const last = series.occurrences.at(-1)?.on ?? today;
  const earliest = last < today ? today : addDays(last, 1);
  const first = isDay(from) && from > earliest ? from : earliest;
  const asked = isDay(until) && until >= first ? until : null;
  return (
    <div className="space-y-6">
      <p className="font-semibold">{words}</p>
      <form method="get" className="space-y-5">
        <input type="hidden" name="extend" value={series.id} />
        <div className="grid grid-cols-2 gap-3">
          <Input name="from" type="date" min={earliest} label={t('from')} defaultValue={first} />
          <Input
            name="until"
            type="date"
            min={first}
            label={t('until')}
            defaultValue={until}
            required
          />
        </div>
        {until !== '' && !asked && (
          <p role="alert" className="font-semibold text-brick">
            {t('faults.until')}
          </p>
        )}
        <Button type="submit" variant="quiet" wide>
          {t('look')}
        </Button>
      </form>
      {asked && <ExtendDates series={series} first={first} until={asked} />}
    </div>
  );
}

async function ExtendDates({
  series,
  first,
  until,
}: {
  series: SeriesDetail;
  first: Day;
  until: Day;
}) {
  const dates = await previewSeries({
    resourceId: series.resourceId,
    plan: { ...series, rule: withUntil(series.rule, until) },
    organisationId: series.organisationId,
    extends: { seriesId: series.id, from: first },
  });
  if (!dates.ok) return <Notice tone="refused">{await errorSentence(dates.error)}</Notice>;
  return (
    <ExtendForm seriesId={series.id} until={until} from={first}>
      <Preview dates={dates.value} zone={series.zone} />
    </ExtendForm>
  );
}
