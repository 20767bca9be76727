import { getTranslations } from 'next-intl/server';
import { Blank, Pick } from '@/components/ui/blank.client';
import { DAY_COUNTS, HORIZON_DAYS } from '@/lib/terms/model/rules';
import { inUnits, termsField, TIME_UNITS, type TimeUnit } from '@/lib/terms/schema/form';
import type { EditProps } from './terms-editor';

const UNITS = Object.keys(TIME_UNITS) as TimeUnit[];

type DurationProps = {
  name: string;
  label: string;
  minutes: number | null;
  /** What holds while it is empty. */
  above?: number | null;
};

/** “2 Tage”: an amount and its unit. */
export async function Duration({ name, label, minutes, above = null }: DurationProps) {
  const t = await getTranslations('terms.edit');
  const own = inUnits(minutes);
  const held = inUnits(above);
  return (
    <span className="inline-flex max-w-full flex-wrap items-start gap-1">
      <Blank
        name={termsField(name)}
        label={label}
        defaultValue={own.amount}
        placeholder={held.amount === '0' ? '' : held.amount}
      />
      <Pick
        name={termsField(`${name}Unit`)}
        label={t('unitOf', { label })}
        defaultValue={minutes === null ? held.unit : own.unit}
        options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
    </span>
  );
}

type NumberProps = { name: string; label: string; value: number | null; above?: number | null };

export function NumberBlank({ name, label, value, above = null }: NumberProps) {
  const text = (number: number | null) => (number === null ? '' : String(number));
  return (
    <Blank
      name={termsField(name)}
      label={label}
      defaultValue={text(value)}
      placeholder={text(above)}
    />
  );
}

/** How short and how long. */
export async function LengthFields({ level: { scope, terms }, above }: EditProps) {
  const t = await getTranslations('terms.edit');
  const duration = (name: 'minMinutes' | 'maxMinutes') => (
    <Duration name={name} label={t(name)} minutes={terms[name]} above={above[name]} />
  );
  const days = (name: 'minDays' | 'maxDays') => (
    <NumberBlank name={name} label={t(name)} value={terms[name]} above={above[name]} />
  );
  return (
    <div className="space-y-2 leading-loose">
      <div>
        {t.rich('length', { min: () => duration('minMinutes'), max: () => duration('maxMinutes') })}
      </div>
      <div>{t.rich('lengthDays', { min: () => days('minDays'), max: () => days('maxDays') })}</div>
      <div>
        {t.rich('lengthCount', {
          count: () => (
            <Pick
              name={termsField('dayCount')}
              label={t('dayCount')}
              defaultValue={terms.dayCount ?? ''}
              options={[
                { value: '', label: t(`inherit.${scope}`) },
                ...DAY_COUNTS.map((value) => ({ value, label: t(`dayCounts.${value}`) })),
              ]}
            />
          ),
        })}
      </div>
      <p className="text-sm leading-normal text-muted">{t(`empty.${scope}`)}</p>
    </div>
  );
}

/** How early, and how far ahead. */
export async function AheadFields({ level: { scope, terms }, above }: EditProps) {
  const t = await getTranslations('terms.edit');
  return (
    <div className="space-y-2 leading-loose">
      <div>
        {t.rich('ahead', {
          lead: () => (
            <Duration
              name="leadMinutes"
              label={t('leadMinutes')}
              minutes={terms.leadMinutes}
              above={above.leadMinutes}
            />
          ),
        })}
      </div>
      <div>
        {t.rich('aheadWorking', {
          days: () => (
            <NumberBlank
              name="leadWorkingDays"
              label={t('leadWorkingDays')}
              value={terms.leadWorkingDays}
              above={above.leadWorkingDays || null}
            />
          ),
        })}
      </div>
      <div>
        {t.rich('aheadHorizon', {
          days: () => (
            <NumberBlank
              name="horizonDays"
              label={t('horizonDays')}
              value={terms.horizonDays}
              above={above.horizonDays === HORIZON_DAYS ? null : above.horizonDays}
            />
          ),
        })}
      </div>
      <p className="text-sm leading-normal text-muted">{t(`empty.${scope}`)}</p>
    </div>
  );
}
