import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Input } from '@/components/ui/fields.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { formatDay, formatList } from '@/lib/platform/date-format';
import { answerSlotAction } from '@/lib/series/actions';
import type { SeriesDetail } from '@/lib/series/model/series';
import { seriesWords } from './rule-words';

type SlotQuestionProps = { series: SeriesDetail; next: string | undefined };

/** “Do you still need it?” One tap: keep it, give the next one back, or all until a date. */
export async function SlotQuestion({ series, next }: SlotQuestionProps) {
  const { question, standing } = series;
  if (!question || !standing.isBorrower) return null;
  const [t, locale, words] = await Promise.all([
    getTranslations('series.question'),
    getLocale(),
    seriesWords(series),
  ]);
  const days = formatList(
    question.unusedOn.map((day) => formatDay(day, locale, 'short')),
    locale,
  );
  return (
    <Notice tone="attention" title={t('title', { slot: words })}>
      <p>{t('text', { days })}</p>
      <ActionForm action={answerSlotAction} className="mt-3 space-y-3">
        <input type="hidden" name="seriesId" value={series.id} />
        <input type="hidden" name="questionId" value={question.id} />
        <div className="flex flex-wrap gap-2.5">
          <SubmitButton size="small" name="answer" value="keep">
            {t('keep')}
          </SubmitButton>
          {standing.mayChange && (
            <SubmitButton size="small" variant="quiet" name="answer" value="release_next">
              {t('releaseNext')}
            </SubmitButton>
          )}
        </div>
        {standing.mayChange && (
          <div className="flex flex-wrap items-end gap-2.5">
            <Input name="until" type="date" min={next} label={t('until')} />
            <SubmitButton size="small" variant="quiet" name="answer" value="release_until">
              {t('releaseUntil')}
            </SubmitButton>
          </div>
        )}
      </ActionForm>
    </Notice>
  );
}
