import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { extendSeriesAction, requestSeriesAction } from '@/lib/series/actions';
import type { PlanValues } from './plan-fields';

type Props = { values: PlanValues; isInstant: boolean; children: ReactNode };

/** Sends all chosen dates as one request. The plan comes along as it was looked at. */
export async function RequestForm({ values, isInstant, children }: Props) {
  const t = await getTranslations('series.plan');
  const { days, ...plan } = values;
  return (
    <ActionForm action={requestSeriesAction} className="space-y-8">
      {Object.entries(plan).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {days.map((day) => (
        <input key={day} type="hidden" name="day" value={day} />
      ))}
      {children}
      <ActionBar>
        <SubmitButton wide busy={t('sending')}>
          {isInstant ? t('sendInstant') : t('send')}
        </SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}

type ExtendProps = { seriesId: string; until: string; from: string; children: ReactNode };

/** The same for a series that goes on. */
export async function ExtendForm({ seriesId, until, from, children }: ExtendProps) {
  const t = await getTranslations('series.plan');
  return (
    <ActionForm action={extendSeriesAction} className="space-y-8">
      <input type="hidden" name="seriesId" value={seriesId} />
      <input type="hidden" name="until" value={until} />
      <input type="hidden" name="from" value={from} />
      {children}
      <ActionBar>
        <SubmitButton wide busy={t('sending')}>
          {t('extend')}
        </SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
