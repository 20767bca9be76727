import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/fields.client';
import { Fold } from '@/components/ui/fold.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { TimeSpan } from '@/components/ui/time';
import { withdrawAction } from '@/lib/handover/actions';
import { periodOfDays, type Day } from '@/lib/platform/dates';

type DaysProps = {
  from: Day;
  to: Day;
  zone: string;
  /** The fields; of another feature. */
  children: ReactNode;
};

/** From which day to which, behind what is looked at now; a plain form to the same address. */
export async function DaysForm({ from, to, zone, children }: DaysProps) {
  const t = await getTranslations('handover.withdraw');
  return (
    <Fold
      key={`${from} ${to}`}
      summary={
        <span className="font-semibold">
          <TimeSpan period={periodOfDays(from, to, zone)} zone={zone} />
        </span>
      }
    >
      <form className="space-y-3" noValidate>
        {children}
        <Button type="submit" variant="quiet" wide>
          {t('look')}
        </Button>
      </form>
    </Fold>
  );
}

type WithdrawProps = { resourceId: string; zone: string; from: Day; to: Day };

/** Takes it out for these days. What is promised stays until somebody decides. */
export async function WithdrawForm({ resourceId, zone, from, to }: WithdrawProps) {
  const [t, common] = await Promise.all([
    getTranslations('handover.withdraw'),
    getTranslations('common.action'),
  ]);
  return (
    <ActionForm action={withdrawAction} className="space-y-4">
      <input type="hidden" name="resourceId" value={resourceId} />
      <input type="hidden" name="zone" value={zone} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <Input
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        optional={common('optional')}
        maxLength={500}
      />
      <SubmitButton wide>{t('send')}</SubmitButton>
    </ActionForm>
  );
}
