import { describe, expect, it } from 'vitest';
import ar from '@/messages/ar/emails.json';
import de from '@/messages/de/emails.json';
import { LOCALE_CODES } from '../platform/i18n/locales';
import { loadMessages } from '../platform/i18n/messages';
import { MAX_MESSAGE_BYTES } from '../platform/push/encrypt';
import { BOOKING_TOPICS, type BookingOccasion } from './model/mail';
import { writeNotice } from './model/push';

const request: BookingOccasion = {
  topic: 'booking_requested',
  name: 'Amir',
  locale: 'de',
  pool: { slug: 'ostviertel', name: 'Ostviertel', zone: 'Europe/Berlin' },
  note: '',
  site: 'https://allmende.example',
  isOwnerSide: true,
  bookingId: '00000000-0000-4000-8000-000000000001',
  thing: { title: 'Beamer', slug: 'beamer' },
  owner: 'Werkhof',
  borrower: 'Kickers',
  period: { start: new Date('2027-05-01T08:00:00Z'), end: new Date('2027-05-01T10:00:00Z') },
  quantity: 1,
  purpose: 'Film',
  side: 'borrower',
  answerBy: null,
  change: null,
  condition: null,
};
const written = async (more: Partial<BookingOccasion> = {}) =>
  writeNotice({ ...request, ...more }, 'amir', await loadMessages(more.locale ?? 'de'));

describe('a push', () => {
  it('says to an approver who asks for what, leads to the inbox and can be answered at once', async () => {
    const notice = await written();
    expect(notice).toMatchObject({
      person: 'amir',
      lang: 'de',
      dir: 'ltr',
      tag: `booking-${request.bookingId}`,
      path: `/de/inbox#b-${request.bookingId}`,
      decide: { booking: request.bookingId, approve: 'Zusagen', decline: 'Ablehnen' },
    });
    expect(notice.title).toMatch(/^Anfrage: Beamer, /);
    expect(notice.body).toContain('Kickers möchte');
  });

  it('is in the language of who reads it, from right to left where that is so', async () => {
    const notice = await written({ locale: 'ar' });
    expect(notice).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(ar.booking_requested.subject).not.toBe(de.booking_requested.subject);
    expect(notice.title).not.toContain('Anfrage');
    expect(notice.title).toContain('Beamer');
  });

  it('asks for no decision of who borrows, nor about what is decided', async () => {
    const approved = await written({ topic: 'booking_approved', isOwnerSide: false });
    expect(approved.decide).toBeUndefined();
    expect(approved.path).toBe(`/de/bookings/${request.bookingId}`);
    expect((await written({ isOwnerSide: false })).decide).toBeUndefined();
    expect((await written({ topic: 'booking_cancelled' })).decide).toBeUndefined();
  });

  it('repeats the words of a question', async () => {
    const asked = await written({
      topic: 'booking_asked',
      isOwnerSide: false,
      side: 'owner',
      note: 'Mit Rampe?',
    });
    expect(asked.body).toContain('„Mit Rampe?“');
  });

  it.each(LOCALE_CODES)(
    'in %s carries no address, token or key, and fits with the longest words',
    async (locale) => {
      for (const topic of BOOKING_TOPICS) {
        const notice = await written({
          locale,
          topic,
          note: '🎪'.repeat(2_000),
          thing: { title: 'ß'.repeat(120), slug: 'x' },
          borrower: 'Ж'.repeat(120),
        });
        const text = JSON.stringify(notice);
        expect(Buffer.byteLength(text)).toBeLessThan(MAX_MESSAGE_BYTES);
        expect(text).not.toMatch(/https?:|token|secret|@/);
      }
    },
  );
});
