import { getTranslations } from 'next-intl/server';
import { Preview } from '@/components/series/preview';
import type { PlanValues } from '@/components/series/plan-fields';
import { RequestFields } from '@/components/series/request-fields';
import { RequestForm } from '@/components/series/request-form';
import { seriesWords } from '@/components/series/rule-words';
import { Notice } from '@/components/ui/notice';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { getViewer } from '@/lib/platform/auth/viewer';
import { errorSentence, fieldSentence } from '@/lib/platform/error-words';
import type { AppError } from '@/lib/platform/errors';
import { paths } from '@/lib/platform/paths';
import type { SeriesPlan } from '@/lib/series/model/series';
import { previewSeries } from '@/lib/series/queries/preview';
import type { ThingGround } from '../thing';

type PlanAnswerProps = {
  ground: ThingGround;
  values: PlanValues;
  plan: SeriesPlan;
  organisation: string | undefined;
};

/** What would come of the plan, and the form that sends it. */
export async function PlanAnswer({ ground, values, plan, organisation }: PlanAnswerProps) {
  const { locale, pool, thing } = ground;
  const [t, viewer, organisations] = await Promise.all([
    getTranslations('series.plan'),
    getViewer(),
    listMyOrganisations(),
  ]);
  const here = organisations.filter(
    ({ pool: { id }, status }) => id === pool.id && status === 'admitted',
  );
  const borrower = here.find(({ id }) => id === organisation) ?? here[0];
  const dates = await previewSeries({ resourceId: thing.id, plan, organisationId: borrower?.id });
  if (!dates.ok) return <Notice tone="refused">{await sentenceOf(dates.error)}</Notice>;
  return (
    <section aria-labelledby="dates" className="space-y-5">
      <h2 id="dates" className="text-xl first-letter:uppercase">
        {await seriesWords(plan)}
      </h2>
      <RequestForm values={values} isInstant={thing.approval === 'instant'}>
        <Preview dates={dates.value} zone={pool.zone} />
        <div>
          <h2 className="mb-4 text-xl">{t('request')}</h2>
          <RequestFields
            resourceId={thing.id}
            freshKey={crypto.randomUUID()}
            borrowers={viewer && here.map(({ id, name }) => ({ id, name }))}
            chosen={borrower?.id}
            foundHref={paths.newOrganisation(locale)}
          />
        </div>
      </RequestForm>
    </section>
  );
}

/** A plan that cannot be has its reason at a field. */
async function sentenceOf(error: AppError): Promise<string> {
  if (error.code !== 'INPUT') return errorSentence(error);
  return fieldSentence({
    rule: String(error.params?.reason ?? 'invalid'),
    params: error.params ?? {},
  });
}
