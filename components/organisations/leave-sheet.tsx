import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { leaveAction } from '@/lib/organisations/actions';

type LeaveSheetProps = { organisation: { id: string; name: string } };

export async function LeaveSheet({ organisation: { id, name } }: LeaveSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('organisations.members'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={t('leave')}
      look={{ variant: 'ghost', size: 'small' }}
      title={t('leaveTitle', { name })}
      text={t('leaveText', { name })}
      confirm={t('leaveConfirm')}
      danger
      closeLabel={common('close')}
      action={leaveAction}
    >
      <input type="hidden" name="organisationId" value={id} />
    </ConfirmSheet>
  );
}
