import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { BookingCard, EventNote } from '@/lib/bookings/model';

type DecidedNoticeProps = {
  event: EventNote;
  borrower: string;
  parts: Pick<BookingCard, 'status'>[];
};

/** What the last press did to an event's parts. Read from how they stand now. */
export async function DecidedNotice({ event, borrower, parts }: DecidedNoticeProps) {
  const t = await getTranslations('events.inbox');
  const isAll = (status: string) => parts.every((part) => part.status === status);
  const word = isAll('approved') ? 'approved' : isAll('declined') ? 'declined' : 'mixed';
  return (
    <Notice tone="done" title={t(word)}>
      <p>
        <bdi>{t('afterText', { borrower, title: event.title })}</bdi>
      </p>
    </Notice>
  );
}
