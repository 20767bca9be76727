import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ChoiceCards } from '@/components/ui/choices.client';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { Input, Select, TextArea } from '@/components/ui/fields.client';
import { cancelDatesAction, endSeriesAction, moveSeriesAction } from '@/lib/series/actions';
import { readRule } from '@/lib/series/model/rule';
import type { SeriesDetail } from '@/lib/series/model/series';
import { MOVE_CONFLICTS } from '@/lib/series/schema';
import { WeekdayBoxes } from './plan-fields';

/** A date to begin with: those that still lie ahead, in words. */
export type DateOption = { value: string; label: string };

type SheetProps = { series: SeriesDetail; dates: DateOption[] };

/** Other times, or other days of the week, from a date on. */
export async function MoveSheet({ series, dates }: SheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('series.move'),
    getTranslations('common.action'),
  ]);
  const parts = readRule(series.rule, series.startsOn);
  return (
    <ConfirmSheet
      trigger={t('action')}
      look={{ variant: 'quiet', size: 'small' }}
      title={t('title')}
      text={<p className="text-muted">{t('text')}</p>}
      confirm={t('send')}
      closeLabel={common('close')}
      action={moveSeriesAction}
    >
      <SeriesField series={series} />
      <FromField label={t('from')} dates={dates} />
      {parts.kind === 'weeks' && (
        <>
          <input type="hidden" name="every" value={parts.every} />
          <WeekdayBoxes legend={t('days')} chosen={parts.weekdays} />
        </>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Input name="start" type="time" label={t('start')} defaultValue={series.startTime} />
        <Input name="end" type="time" label={t('end')} defaultValue={series.endTime} />
      </div>
      <ChoiceCards
        name="conflicts"
        legend={t('conflicts')}
        defaultValue="refuse"
        options={MOVE_CONFLICTS.map((value) => ({ value, label: t(`choices.${value}`) }))}
      />
      <Note label={t('note')} />
    </ConfirmSheet>
  );
}

/** Dates from one to another that are not needed; the series goes on. */
export async function CancelSheet({ series, dates }: SheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('series.cancel'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={t('action')}
      look={{ variant: 'quiet', size: 'small' }}
      title={t('title')}
      text={<p className="text-muted">{t('text')}</p>}
      confirm={t('send')}
      danger
      closeLabel={common('close')}
      action={cancelDatesAction}
    >
      <SeriesField series={series} />
      <FromField label={t('from')} dates={dates} />
      <Select name="to" label={t('to')} options={dates} defaultValue={dates[0]?.value} />
      <Note label={t('note')} />
    </ConfirmSheet>
  );
}

/** Nothing more from a date on. */
export async function EndSheet({ series, dates }: SheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('series.end'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={t('action')}
      look={{ variant: 'ghost', size: 'small' }}
      title={t('title')}
      text={<p className="text-muted">{t('text')}</p>}
      confirm={t('send')}
      danger
      closeLabel={common('close')}
      action={endSeriesAction}
    >
      <SeriesField series={series} />
      <FromField label={t('from')} dates={dates} />
      <Note label={t('note')} />
    </ConfirmSheet>
  );
}

function SeriesField({ series }: { series: SeriesDetail }) {
  return <input type="hidden" name="seriesId" value={series.id} />;
}

function FromField({ label, dates }: { label: string; dates: DateOption[] }) {
  return <Select name="from" label={label} options={dates} defaultValue={dates[0]?.value} />;
}

async function Note({ label }: { label: ReactNode }) {
  const common = await getTranslations('common.action');
  return (
    <TextArea name="note" label={label} optional={common('optional')} rows={2} maxLength={2_000} />
  );
}
