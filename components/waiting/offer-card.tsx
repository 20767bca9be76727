import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { acceptOfferAction, declineOfferAction } from '@/lib/waiting/actions';

/** A slot that got free, held for who waited: yes or no. Until when stands above. */
export async function OfferCard({ bookingId }: { bookingId: string }) {
  const [t, common] = await Promise.all([
    getTranslations('waiting.offer'),
    getTranslations('common.action'),
  ]);
  return (
    <Card as="section">
      <div className="space-y-3">
        <ActionForm action={acceptOfferAction}>
          <input type="hidden" name="bookingId" value={bookingId} />
          <SubmitButton wide busy={t('accepting')}>
            {t('accept')}
          </SubmitButton>
        </ActionForm>
        <ConfirmSheet
          trigger={t('decline')}
          look={{ variant: 'quiet', wide: true }}
          title={t('declineTitle')}
          closeLabel={common('close')}
          text={t('declineText')}
          confirm={t('declineConfirm')}
          action={declineOfferAction}
        >
          <input type="hidden" name="bookingId" value={bookingId} />
        </ConfirmSheet>
        <p className="text-sm text-muted">{t('after')}</p>
      </div>
    </Card>
  );
}
