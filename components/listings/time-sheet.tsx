import Form from 'next/form';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { LinkButton } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { Sheet } from '@/components/ui/sheet.client';
import { Stepper } from '@/components/ui/stepper.client';
import { HiddenFields } from './search-box';

type TimeSheetProps = {
  action: string;
  /** Says what is chosen, or invites to choose. */
  label: string;
  isActive: boolean;
  quantity: number | null;
  keep: Record<string, string>;
  resetHref: string;
  /** The fields of the time. */
  children: ReactNode;
};

/** Any other time, and how many. */
export async function TimeSheet(props: TimeSheetProps) {
  const { action, label, isActive, quantity, keep, resetHref, children } = props;
  const [t, common] = await Promise.all([
    getTranslations('listings.search'),
    getTranslations('common.action'),
  ]);
  return (
    <Sheet
      // why a key: a new address is a new choice, and the sheet closes
      key={JSON.stringify([label, quantity, keep])}
      title={t('when')}
      closeLabel={common('close')}
      triggerClassName={cn(
        'edged flex min-h-13 w-full pressable items-center gap-3 rounded-full border-[1.5px] px-4 py-2 text-start shadow-card',
        isActive
          ? 'border-leaf bg-leaf-soft text-leaf-ink'
          : 'border-edge bg-surface hover:border-leaf hover:text-leaf',
      )}
      trigger={
        <>
          <Icon name="calendar" className={isActive ? '' : 'text-muted'} />
          <span className="min-w-0 grow font-medium">{label}</span>
          <Icon name="down" className="size-5 text-muted" />
        </>
      }
    >
      <Form action={action} scroll={false} className="space-y-5 pt-1">
        <HiddenFields values={keep} />
        {children}
        <Stepper
          name="n"
          label={t('quantity')}
          fewer={common('fewer')}
          more={common('more')}
          max={100000}
          defaultValue={quantity ?? 1}
        />
        <div className="sticky bottom-0 -mx-5 flex gap-3 border-t border-line bg-surface px-5 pt-3 pb-1 *:grow">
          <LinkButton href={resetHref} variant="ghost" prefetch={false} scroll={false}>
            {t('anyTime')}
          </LinkButton>
          <button type="submit" className={buttonStyle({})}>
            {t('show')}
          </button>
        </div>
      </Form>
    </Sheet>
  );
}
