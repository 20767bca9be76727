import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/fields.client';
import type { Day } from '@/lib/platform/dates';
import { PRICE_GROUPS, type PriceGroup } from '@/lib/prices/model';
import type { VerdictWords } from '@/lib/terms/model/verdict';
import { VerdictBox } from './verdict-box';

type PreviewProps = {
  day: Day;
  group: PriceGroup;
  groupNames: Record<PriceGroup, string>;
  /** The wish that is tried, in words. */
  time: string;
  /** Null: the database cannot say. */
  verdict: VerdictWords | null;
  /** The price as they would read it. */
  price: ReactNode;
};

/** “What would a borrower see on Saturday?”: a form that asks, and the answer as they would read it. */
export async function Preview({ day, group, groupNames, time, verdict, price }: PreviewProps) {
  const t = await getTranslations('terms.preview');
  return (
    <section id="preview" aria-labelledby="preview-title" className="scroll-mt-24 space-y-3 pt-6">
      <h2 id="preview-title" className="text-lg">
        {t('title')}
      </h2>
      <form action="#preview" className="grid grid-cols-2 items-end gap-3">
        <Input name="day" type="date" label={t('day')} defaultValue={day} required />
        <Select
          name="as"
          label={t('as')}
          defaultValue={group}
          options={PRICE_GROUPS.map((value) => ({ value, label: groupNames[value] }))}
        />
        <Button type="submit" variant="quiet" className="col-span-2">
          {t('look')}
        </Button>
      </form>
      {verdict && <VerdictBox verdict={verdict} time={time} />}
      {price}
      <p className="text-sm text-muted">{t('limits')}</p>
    </section>
  );
}
