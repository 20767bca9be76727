import { getTranslations } from 'next-intl/server';
import { answerBookingAction } from '@/lib/bookings/actions';
import { Card } from '@/components/ui/card';
import { TextArea } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import type { BookingDetail } from '@/lib/bookings/model';
import { draftState } from '@/lib/platform/draft';

/** The question, and right below it the place to answer. */
export async function AnswerForm({ booking }: { booking: BookingDetail }) {
  const [t, initial] = await Promise.all([
    getTranslations('bookings.answer'),
    draftState('answer-booking'),
  ]);
  const question = booking.story.findLast(({ action }) => action === 'asked')?.note;
  return (
    <Card>
      {question && (
        <blockquote
          dir="auto"
          className="edged mb-4 rounded-lg rounded-ss-sm bg-marigold-soft px-3.5 py-2.5 whitespace-pre-line text-marigold-ink"
        >
          {question}
        </blockquote>
      )}
      <ActionForm
        action={answerBookingAction}
        initial={initial}
        className="space-y-4"
        queue="answer-booking"
      >
        <input type="hidden" name="bookingId" value={booking.id} />
        <TextArea name="note" label={t('label')} rows={3} maxLength={2_000} required />
        <SubmitButton wide>{t('send')}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
