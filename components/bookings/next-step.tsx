import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import {
  isOwnersCancellation,
  nextStep,
  type BookingDetail,
  type NextStep,
} from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { lastDayOf } from '@/lib/platform/dates';
import { formatDay, formatSoon } from '@/lib/platform/date-format';

const TONES = {
  waitOwner: 'info',
  decide: 'attention',
  answer: 'attention',
  waitBorrower: 'info',
  ranOut: 'attention',
  ready: 'done',
  handOver: 'done',
  running: 'done',
  over: 'info',
  offered: 'attention',
  handed_over: 'done',
  overdue: 'attention',
  returned: 'done',
  no_show: 'info',
  declined: 'refused',
  passed_over: 'refused',
  cancelled: 'info',
  expired: 'attention',
} as const satisfies Record<NextStep, string>;

/** How it stands and what comes next, in words. */
export async function NextStepNotice({ booking }: { booking: BookingDetail }) {
  const [t, locale] = await Promise.all([getTranslations('bookings'), getLocale()]);
  const at = now();
  const { period, zone, holdExpiresAt, standing, status } = booking;
  const step = nextStep(booking, standing, at);
  const { isBorrower, isDecider } = standing;
  // Nobody hands over to themselves.
  const isOwn = booking.owner === booking.borrower;
  // What ran out was an offer, not the owner's time to answer.
  const isMissed = step === 'expired' && booking.story.at(-2)?.action === 'offered';
  const isTakenBack = isBorrower && !isOwn && isOwnersCancellation(booking);
  const someone = t('story.someone');
  const end =
    step === 'over'
      ? formatDay(lastDayOf(period, zone), locale)
      : formatSoon(period.end, at, locale, zone);
  const words = {
    owner: booking.owner || someone,
    borrower: booking.borrower || someone,
    until: holdExpiresAt ? formatSoon(holdExpiresAt, at, locale, zone) : '',
    start: formatSoon(period.start, at, locale, zone),
    end,
  };
  // The owner is not comforted for its own refusal, nor told to call itself.
  const isTold = isBorrower || !isDecider || (status !== 'declined' && status !== 'expired');
  if (isTakenBack) {
    const word = booking.story.at(-1)?.note;
    return (
      <Notice tone="attention" title={t('next.takenBack.title', words)}>
        {word && (
          <p dir="auto" className="mb-1 border-s-3 border-current/30 ps-3 whitespace-pre-line">
            {word}
          </p>
        )}
        <p>{t('next.takenBack.text')}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone={isTold ? TONES[step] : 'info'}
      title={t(isMissed ? 'next.missed.title' : `next.${step}.title`, words)}
    >
      {isTold && (
        <p dir="auto">
          {isMissed
            ? t('next.missed.text')
            : isOwn && step === 'ready'
              ? t('next.ready.own', words)
              : !isBorrower &&
                  isDecider &&
                  (step === 'handed_over' || step === 'overdue' || step === 'offered')
                ? t(`next.${step}.owner`, words)
                : t(`next.${step}.text`, words)}
        </p>
      )}
    </Notice>
  );
}
