import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { handOverAction } from '@/lib/handover/actions';
import type { HandoverPlace } from '@/lib/handover/model';

export type FormAt = { bookingId: string; place: HandoverPlace };
/** Not today's work: it can be noted already, but does not ask for it. */
export type EarlyAt = FormAt & { isEarly?: boolean };

export function PlaceFields({ bookingId, place }: FormAt) {
  return (
    <>
      <input type="hidden" name="bookingId" value={bookingId} />
      <input type="hidden" name="place" value={place} />
    </>
  );
}

/** It leaves: one tap. The key makes the same tap count once, however often a phone sends it. */
export async function HandOverForm({ bookingId, place, isEarly = false }: EarlyAt) {
  const t = await getTranslations('handover');
  return (
    <ActionForm action={handOverAction} className="grow" queue="hand-over">
      <PlaceFields bookingId={bookingId} place={place} />
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <SubmitButton wide variant={isEarly ? 'quiet' : 'primary'}>
        <Icon name="share" />
        {t('handOver')}
      </SubmitButton>
    </ActionForm>
  );
}
