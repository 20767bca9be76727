import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/form.client';
import { requestBookingAction } from '@/lib/bookings/actions';
import type { RequestAnswer } from '@/lib/bookings/model';
import type { ActionState } from '@/lib/platform/forms';

type RequestFormProps = { initial: ActionState<RequestAnswer>; children: ReactNode };

/**
 * The whole page of a thing is the form, so that its one action stays in the thumb's reach from the
 * first photo on; what went wrong is said beside the time, see RequestFields.
 */
export function RequestForm({ initial, children }: RequestFormProps) {
  return (
    <ActionForm
      action={requestBookingAction}
      initial={initial}
      summary={false}
      queue="request-booking"
    >
      {children}
    </ActionForm>
  );
}
