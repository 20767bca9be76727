import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { Input } from '@/components/ui/fields.client';
import { paths } from '@/lib/platform/paths';
import { PERIOD_PRESETS, type ReportPeriod } from '@/lib/pool/model';

type PeriodPickerProps = { pool: string; period: ReportPeriod };

/** The address is the state: presets are links, own days a plain form. */
export async function PeriodPicker({ pool, period }: PeriodPickerProps) {
  const [t, locale] = await Promise.all([getTranslations('pool.report'), getLocale()]);
  return (
    <div className="mb-6 space-y-2 print:hidden">
      <ChipRow label={t('period')}>
        {PERIOD_PRESETS.map((preset) => (
          <ChipLink
            key={preset}
            active={period.preset === preset}
            href={paths.qmReport(locale, pool, { period: preset })}
          >
            {t(`presets.${preset}`)}
          </ChipLink>
        ))}
      </ChipRow>
      <details open={period.preset === null}>
        <summary className="inline-flex min-h-11 items-center font-semibold text-leaf">
          {t('own')}
        </summary>
        <form
          key={`${period.from}/${period.to}`}
          action={paths.qmReport(locale, pool)}
          className="grid max-w-xl grid-cols-2 items-end gap-3 py-2 sm:grid-cols-[1fr_1fr_auto]"
        >
          <Input name="from" type="date" label={t('from')} defaultValue={period.from} required />
          <Input name="to" type="date" label={t('to')} defaultValue={period.to} required />
          <Button type="submit" className="col-span-2 sm:col-span-1">
            {t('show')}
          </Button>
        </form>
      </details>
    </div>
  );
}
