import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { formatSoon } from '@/lib/platform/date-format';
import { acceptOfferAction, declineOfferAction } from '@/lib/waiting/actions';

type OfferCardProps = { bookingId: string; until: Date | null; now: Date; zone: string };

/** A slot that got free, held for who waited: yes or no, and until when. Nothing counts down. */
export async function OfferCard({ bookingId, until, now, zone }: OfferCardProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('waiting.offer'),
    getTranslations('common.action'),
    getLocale(),
  ]);
  return (
    <Card as="section">
      <h2 className="mb-1 text-lg">{t('title')}</h2>
      {until && (
        <p className="mb-4">{t('text', { until: formatSoon(until, now, locale, zone) })}</p>
      )}
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
      </div>
    </Card>
  );
}
