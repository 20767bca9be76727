import { getLocale, getTranslations } from 'next-intl/server';
import { ClockBlank, ListNote, Pick } from '@/components/ui/blank.client';
import { ChoiceCards } from '@/components/ui/choices.client';
import { Input } from '@/components/ui/fields.client';
import { formatDuration } from '@/lib/platform/date-format';
import { PERIOD_KINDS } from '@/lib/terms/model/rules';
import { SLOT_MINUTES, termsField } from '@/lib/terms/schema/form';
import { MOST_LINES } from '@/lib/terms/schema/opening';
import { InheritCards } from './edit-inherit';
import type { EditProps } from './terms-editor';

/** Any times, blocks, parts of the day, or days. */
export async function PeriodFields({ level: { scope, terms }, above }: EditProps) {
  const [t, locale] = await Promise.all([getTranslations('terms.edit'), getLocale()]);
  const clock = (name: 'slotStartsAt' | 'pickupAt' | 'returnAt', label: string, usual: string) => (
    <ClockBlank name={termsField(name)} label={label} defaultValue={terms[name] ?? usual} />
  );
  const slots = [...new Set([...SLOT_MINUTES, ...(terms.slotMinutes ? [terms.slotMinutes] : [])])];
  return (
    <div className="space-y-4">
      <InheritCards topic="periods" scope={scope} above={above}>
        {(inherit) => (
          <ChoiceCards
            name={termsField('periodKind')}
            legend={t('periods')}
            defaultValue={terms.periodKind ?? 'inherit'}
            options={[
              inherit,
              ...PERIOD_KINDS.map((value) => ({
                value,
                label: t(`period.${value}`),
                text: t(`periodText.${value}`),
              })),
            ]}
          />
        )}
      </InheritCards>
      <div className="hidden leading-loose group-has-[input[value=slots]:checked]/topic:block">
        {t.rich('slots', {
          minutes: () => (
            <Pick
              name={termsField('slotMinutes')}
              label={t('slotMinutes')}
              defaultValue={String(terms.slotMinutes ?? 60)}
              options={slots
                .sort((a, b) => a - b)
                .map((minutes) => ({
                  value: String(minutes),
                  label: formatDuration(minutes, locale),
                }))}
            />
          ),
          start: () => clock('slotStartsAt', t('slotStart'), '00:00'),
        })}
      </div>
      <div className="hidden space-y-2 group-has-[input[value=parts]:checked]/topic:block">
        <p className="text-sm text-muted">{t('partsHint')}</p>
        <PartLines parts={terms.parts} />
        <ListNote name={termsField('dayParts')} />
      </div>
      <div className="hidden leading-loose group-has-[input[value=days]:checked]/topic:block">
        {t.rich('pickup', {
          pickup: () => clock('pickupAt', t('pickupAt'), ''),
          back: () => clock('returnAt', t('returnAt'), ''),
        })}
      </div>
    </div>
  );
}

type Parts = EditProps['level']['terms']['parts'];

async function PartLines({ parts }: { parts: Parts }) {
  const t = await getTranslations('terms.edit');
  const count = Math.min(Math.max(parts.length + 1, 3), MOST_LINES.parts);
  return (
    <ul className="space-y-2">
      {Array.from({ length: count }, (_, index) => {
        const field = (name: string) => termsField('dayParts', index, name);
        const line = { line: index + 1 };
        const clock = (name: 'starts' | 'ends') => (
          <ClockBlank
            name={field(name)}
            label={t(name === 'starts' ? 'partStarts' : 'partEnds', line)}
            defaultValue={parts[index]?.[name] ?? ''}
          />
        );
        return (
          <li key={index} className="rounded-md bg-sunken px-3 py-2 leading-loose">
            {t.rich('part', {
              name: () => (
                <Input
                  name={field('name')}
                  label={t('partName', line)}
                  hideLabel
                  placeholder={t('partPlaceholder')}
                  defaultValue={parts[index]?.name ?? ''}
                  maxLength={60}
                />
              ),
              starts: () => clock('starts'),
              ends: () => clock('ends'),
            })}
          </li>
        );
      })}
    </ul>
  );
}
