import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/form.client';
import { Input, TextArea } from '@/components/ui/fields.client';
import { Stepper } from '@/components/ui/stepper.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { Button } from '@/components/ui/button';
import { changeBookingAction } from '@/lib/bookings/actions';
import type { BookingDetail } from '@/lib/bookings/model';
import { dayOf, timeOf, type Period } from '@/lib/platform/dates';

type WishFormProps = {
  booking: BookingDetail;
  /** What the address says, else what is. */
  wished: Period;
  quantity: number;
  hasBegun: boolean;
  /** The fields of the time, for what has not begun. */
  when: ReactNode;
};

/** What somebody wishes: a plain form to the same address, so that the answer can be looked at first. */
export async function WishForm({ booking, wished, quantity, hasBegun, when }: WishFormProps) {
  const [t, common] = await Promise.all([
    getTranslations('bookings'),
    getTranslations('common.action'),
  ]);
  const { zone, stock } = booking;
  return (
    <form className="space-y-5" noValidate>
      {hasBegun ? (
        <div className="grid grid-cols-2 gap-3">
          <Input
            name="to"
            type="date"
            label={t('change.until')}
            defaultValue={dayOf(wished.end, zone)}
          />
          <Input
            name="end"
            type="time"
            label={t('change.untilTime')}
            defaultValue={timeOf(wished.end, zone)}
          />
        </div>
      ) : (
        when
      )}
      {stock > 1 && (
        <Stepper
          name="n"
          label={t('request.quantity')}
          hint={t('request.quantityHint', { stock })}
          fewer={common('fewer')}
          more={common('more')}
          max={Math.max(stock, booking.quantity)}
          defaultValue={quantity}
        />
      )}
      <Button type="submit" variant="quiet" wide>
        {t('change.look')}
      </Button>
    </form>
  );
}

type SendFormProps = {
  booking: BookingDetail;
  wished: Period;
  quantity: number;
  isAtOnce: boolean;
};

/** Sends what was just looked at. */
export async function SendForm({ booking, wished, quantity, isAtOnce }: SendFormProps) {
  const [t, common] = await Promise.all([
    getTranslations('bookings.change'),
    getTranslations('common.action'),
  ]);
  return (
    <ActionForm action={changeBookingAction} className="space-y-5">
      <input type="hidden" name="bookingId" value={booking.id} />
      <input type="hidden" name="startsAt" value={wished.start.toISOString()} />
      <input type="hidden" name="endsAt" value={wished.end.toISOString()} />
      <input type="hidden" name="quantity" value={quantity} />
      {!isAtOnce && (
        <TextArea
          name="note"
          label={t('note')}
          optional={common('optional')}
          rows={2}
          maxLength={2_000}
        />
      )}
      <SubmitButton wide>{isAtOnce ? t('send') : t('ask')}</SubmitButton>
    </ActionForm>
  );
}
