import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/fields.client';
import { LOCALES } from '@/lib/platform/i18n/locales';
import { OFTEN, WEEKDAYS } from '@/lib/series/model/rule';
import { weekdayName } from './rule-words';

/** What was chosen, as the address says it. */
export type PlanValues = {
  often: string;
  days: readonly number[];
  from: string;
  until: string;
  start: string;
  end: string;
  n: string;
};

type PlanFieldsProps = {
  action: string;
  values: PlanValues;
  today: string;
  stock: number;
  /** Which of the fields make no plan, with a sentence. */
  errors: Partial<Record<keyof PlanValues, string>>;
};

/** “Every Tuesday from six to eight, until February”: a question whose answer is an address. */
export async function PlanForm({ action, values, today, stock, errors }: PlanFieldsProps) {
  const t = await getTranslations('series.plan');
  return (
    <form method="get" action={action} className="group/plan space-y-5">
      <Select
        name="often"
        label={t('often')}
        defaultValue={values.often}
        options={OFTEN.map((often) => ({ value: often, label: t(`choices.${often}`) }))}
      />
      {/* Shown by CSS alone, so that it also works without JavaScript. */}
      <div className="hidden group-has-[option[value^=weeks]:checked]/plan:block">
        <WeekdayBoxes legend={t('days')} chosen={values.days} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Input
          name="from"
          type="date"
          min={today}
          label={t('from')}
          defaultValue={values.from}
          required
        />
        <Input
          name="until"
          type="date"
          min={today}
          label={t('until')}
          defaultValue={values.until}
          required
        />
        <Input name="start" type="time" label={t('start')} defaultValue={values.start} required />
        <Input name="end" type="time" label={t('end')} defaultValue={values.end} required />
      </div>
      {stock > 1 && (
        <Input
          name="n"
          type="number"
          min={1}
          max={stock}
          label={t('quantity')}
          defaultValue={values.n}
          inputMode="numeric"
        />
      )}
      {Object.keys(errors).length > 0 && (
        <ul role="alert" className="space-y-1 font-semibold text-brick">
          {Object.entries(errors).map(([field, sentence]) => (
            <li key={field}>{sentence}</li>
          ))}
        </ul>
      )}
      <Button type="submit" variant="quiet" wide>
        {t('look')}
      </Button>
    </form>
  );
}

/** The days of the week to tick, beginning where the reader's week does. */
export async function WeekdayBoxes({
  legend,
  chosen,
}: {
  legend: string;
  chosen: readonly number[];
}) {
  const locale = await getLocale();
  const first = WEEKDAYS.findIndex((day) => day === LOCALES[locale].firstWeekday);
  const days = [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)];
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {days.map((day) => (
          <label
            key={day}
            className="edged inline-flex min-h-11 min-w-11 pressable cursor-pointer items-center justify-center rounded-full border-[1.5px] border-edge bg-surface px-1 text-sm font-medium hover:border-leaf has-checked:border-leaf has-checked:bg-leaf-soft has-checked:text-leaf-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-leaf)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
          >
            <input
              type="checkbox"
              name="day"
              value={day}
              defaultChecked={chosen.includes(day)}
              aria-label={weekdayName(day, locale)}
              className="sr-only"
            />
            <span aria-hidden>{weekdayName(day, locale, 'weekday')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
