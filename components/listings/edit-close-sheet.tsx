import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { Input } from '@/components/ui/fields.client';
import { Icon } from '@/components/ui/icon';
import { closeAction } from '@/lib/listings/actions';
import { StandingAgainst } from './standing-against.client';

type CloseSheetProps = {
  resourceId: string;
  /** From when to when; of another feature. */
  days: ReactNode;
};

export async function CloseSheet({ resourceId, days }: CloseSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('listings.edit'),
    getTranslations('common.action'),
  ]);
  const optional = common('optional');
  return (
    <ConfirmSheet
      trigger={
        <>
          <Icon name="lock" />
          {t('close')}
        </>
      }
      look={{ variant: 'quiet', size: 'small' }}
      title={t('closeTitle')}
      confirm={t('closeConfirm')}
      closeLabel={common('close')}
      action={closeAction}
    >
      <StandingAgainst title={t('parts.standing')} />
      <input type="hidden" name="resourceId" value={resourceId} />
      {days}
      <p className="text-sm text-muted">{t('closeToHint')}</p>
      <details>
        <summary className="min-h-11 py-2.5 font-semibold text-leaf">{t('closeHours')}</summary>
        <div className="grid grid-cols-2 gap-3">
          <Input name="startTime" type="time" label={t('closeStart')} />
          <Input name="endTime" type="time" label={t('closeEnd')} />
        </div>
      </details>
      <Input
        name="reason"
        label={t('closeReason')}
        hint={t('closeReasonHint')}
        optional={optional}
        maxLength={500}
      />
    </ConfirmSheet>
  );
}
