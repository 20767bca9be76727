import { createTranslator } from 'next-intl';
import { LOCALES } from '../../platform/i18n/locales';
import type { Messages } from '../../platform/i18n/messages';
import { letterSubject, plain } from '../../platform/mail/letter';
import type { Decide, PushNotice } from '../../platform/pwa/notice';
import { writeLetter, type MailOccasion } from './mail';

const LONGEST_TITLE = 120;
const LONGEST_BODY = 240;

type Words = Pick<Messages, 'approvals' | 'emails' | 'queue'>;

/** The mail in two lines, for the lock screen: what it is about, and what is new or was said. */
export function writeNotice(occasion: MailOccasion, person: string, messages: Words): PushNotice {
  const letter = writeLetter(occasion, messages);
  const { lang, dir } = LOCALES[occasion.locale];
  const body = [...letter.lead, ...(letter.quote ? [`„${letter.quote.text.trim()}“`] : [])];
  const decide = decisionOf(occasion, messages);
  return {
    person,
    title: shorten(letterSubject(letter), LONGEST_TITLE),
    body: shorten(plain(body.join('\n')), LONGEST_BODY),
    lang,
    dir,
    tag: tagOf(occasion),
    path: letter.action.href.slice(occasion.site.length),
    ...(decide ? { decide } : {}),
  };
}

/** Yes and no, where one press is enough for either. */
function decisionOf(occasion: MailOccasion, messages: Words): Decide | null {
  if (!('bookingId' in occasion) || !occasion.isOwnerSide) return null;
  if (occasion.topic !== 'booking_requested' && occasion.topic !== 'booking_answered') return null;
  const { locale, bookingId, thing } = occasion;
  const t = createTranslator({ locale, messages });
  return {
    booking: bookingId,
    thing: shorten(thing.title, LONGEST_TITLE),
    locale,
    approve: t('approvals.approve'),
    decline: t('approvals.decline.action'),
    reason: t('emails.push.reason'),
    approved: t('approvals.after.approved'),
    declined: t('approvals.after.declined'),
    late: t('approvals.after.lateTitle'),
    refused: t('queue.refused', { title: thing.title }),
    notSent: t('queue.notSent'),
    waits: t('queue.waits'),
  };
}

function tagOf(occasion: MailOccasion): string {
  if ('bookingId' in occasion) return `booking-${occasion.bookingId}`;
  if ('seriesId' in occasion) return `series-${occasion.seriesId}`;
  if ('parts' in occasion) return `event-${occasion.event.id}`;
  return 'organisation' in occasion ? `organisation-${occasion.organisation.slug}` : occasion.topic;
}

function shorten(text: string, longest: number): string {
  const letters = Array.from(text);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}
