import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { removeHolidaysAction } from '@/lib/holidays/actions';
import type { HolidaySpan } from '@/lib/holidays/model';

type RemoveSheetProps = { poolId: string; span: HolidaySpan };

export async function RemoveSheet({ poolId, span }: RemoveSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('holidays.school'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={t('remove')}
      look={{ variant: 'quiet', size: 'small' }}
      title={t('removeTitle', { name: span.name })}
      text={t('removeText')}
      confirm={t('remove')}
      danger
      closeLabel={common('close')}
      action={removeHolidaysAction}
    >
      <input type="hidden" name="poolId" value={poolId} />
      <input type="hidden" name="from" value={span.from} />
      <input type="hidden" name="to" value={span.to} />
    </ConfirmSheet>
  );
}
