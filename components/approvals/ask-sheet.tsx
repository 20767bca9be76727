import { getTranslations } from 'next-intl/server';
import { askAboutBookingAction } from '@/lib/approvals/actions';
import type { DecisionPlace } from '@/lib/approvals/model';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import { Icon } from '@/components/ui/icon';
import { DecisionFields } from './decision-fields';

type AskSheetProps = { bookingId: string; place: DecisionPlace; borrower: string };

export async function AskSheet({ bookingId, place, borrower }: AskSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('approvals'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={
        <>
          <Icon name="ask" />
          {t('ask.action')}
        </>
      }
      look={{ variant: 'quiet', size: 'small' }}
      title={t('ask.title')}
      text={<p className="text-muted">{t('ask.text', { borrower })}</p>}
      confirm={t('ask.send')}
      closeLabel={common('close')}
      action={askAboutBookingAction}
      queue="ask-about-booking"
    >
      <DecisionFields bookingId={bookingId} place={place} />
      <TextArea
        name="note"
        label={t('ask.label')}
        placeholder={t('ask.placeholder')}
        rows={3}
        maxLength={2_000}
        required
      />
    </ConfirmSheet>
  );
}
