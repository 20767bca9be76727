import { getTranslations } from 'next-intl/server';
import { ClockBlank } from '@/components/ui/blank.client';
import { Input } from '@/components/ui/fields.client';
import type { OpeningException } from '@/lib/terms/model/rules';
import { termsField } from '@/lib/terms/schema/form';
import { MOST_LINES } from '@/lib/terms/schema/opening';
import { onClock } from './edit-opening';

/** A summer fortnight, an extra Saturday: dates with other hours, or none. */
export async function ExceptionLines({ exceptions }: { exceptions: OpeningException[] }) {
  const t = await getTranslations('terms.edit');
  const count = Math.min(exceptions.length + 2, MOST_LINES.exceptions);
  return (
    <details open={exceptions.length > 0} className="rounded-md border border-line px-3">
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold">
        {t('dates')}
      </summary>
      <p className="text-sm text-muted">{t('datesHint')}</p>
      <ul className="space-y-2 py-3">
        {Array.from({ length: count }, (_, index) => {
          const given = exceptions[index];
          const field = (name: string) => termsField('openingExceptions', index, name);
          const line = { line: index + 1 };
          const date = (name: 'from' | 'to') => (
            <ClockBlank
              type="date"
              name={field(name)}
              label={t(name === 'from' ? 'dateFrom' : 'dateTo', line)}
              defaultValue={given?.[name] ?? ''}
            />
          );
          const clock = (name: 'opens' | 'closes') => (
            <ClockBlank
              name={field(name)}
              label={t(name, line)}
              defaultValue={given?.hours ? onClock(given.hours[name]) : ''}
            />
          );
          return (
            <li key={index} className="rounded-md bg-sunken px-3 py-2 leading-loose">
              <div>{t.rich('dateSpan', { from: () => date('from'), to: () => date('to') })}</div>
              <div>
                {t.rich('dateHours', {
                  opens: () => clock('opens'),
                  closes: () => clock('closes'),
                })}
              </div>
              <Input
                name={field('note')}
                label={t('dateNoteOf', line)}
                hideLabel
                placeholder={t('dateNote')}
                defaultValue={given?.note ?? ''}
                maxLength={240}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
