import { describe, expect, it } from 'vitest';
import de from '../../messages/de/emails.json';
import en from '../../messages/en/emails.json';
import { BOOKING_SIDES } from '../bookings/model';
import type { Locale } from '../platform/i18n/locales';
import { letterHtml, letterSubject, letterText } from '../platform/mail/letter';
import {
  BOOKING_TOPICS,
  ORGANISATION_TOPICS,
  writeLetter,
  type BookingOccasion,
  type OfficeOccasion,
  type OrganisationOccasion,
} from './model/mail';

const common = {
  name: 'Maya Yılmaz',
  pool: { slug: 'ostviertel', name: 'Ostviertel', zone: 'Europe/Berlin' },
  note: '',
  site: 'https://allmende.example',
};

function about(given: Partial<BookingOccasion> = {}): BookingOccasion {
  return {
    ...common,
    locale: 'de',
    topic: 'booking_approved',
    isOwnerSide: false,
    bookingId: 'b1',
    thing: { title: 'Bierbänke', slug: 'bierbaenke' },
    owner: 'SV Ost',
    borrower: 'Chor Querbeet',
    // 24 October, 10:00–18:00 in Berlin
    period: { start: new Date('2026-10-24T08:00:00Z'), end: new Date('2026-10-24T16:00:00Z') },
    quantity: 12,
    purpose: 'Hoffest',
    side: 'owner',
    answerBy: null,
    change: null,
    condition: null,
    ...given,
  };
}

function organisation(given: Partial<OrganisationOccasion> = {}): OrganisationOccasion {
  return {
    ...common,
    locale: 'de',
    topic: 'organisation_admitted',
    organisation: { name: 'Chor Querbeet', slug: 'chor-querbeet' },
    ...given,
  };
}

function letterOf(occasion: BookingOccasion | OrganisationOccasion | OfficeOccasion) {
  return writeLetter(occasion, { emails: occasion.locale === 'de' ? de : en });
}

describe('a mail about a booking', () => {
  it('says in German what happened, when in the pool’s time, and where to go', () => {
    const letter = letterOf(about({ note: 'Schlüssel beim Hausmeister' }));
    const text = letterText(letter);
    expect(letterSubject(letter)).toContain('Zugesagt: Bierbänke');
    expect(text).toContain('Hallo Maya Yılmaz,');
    expect(text).toContain('SV Ost hat zugesagt');
    expect(text).toMatch(/Samstag, 24\. Oktober 2026.*10:00.*18:00/);
    expect(text).toContain('12 Stück');
    expect(text).toContain('SV Ost schreibt dazu:\n> Schlüssel beim Hausmeister');
    expect(text).toContain('https://allmende.example/de/bookings/b1');
  });

  it('says the same in English to who reads English', () => {
    const letter = letterOf(about({ locale: 'en' }));
    expect(letterSubject(letter)).toContain('Approved: Bierbänke');
    expect(letterText(letter)).toContain('SV Ost said yes');
    expect(letterText(letter)).toContain('https://allmende.example/en/bookings/b1');
    expect(letterHtml(letter)).toContain('<html lang="en" dir="ltr">');
  });

  it('leads an approver straight to the request in the inbox', () => {
    const letter = letterOf(about({ topic: 'booking_requested', isOwnerSide: true }));
    expect(letter.action.href).toBe('https://allmende.example/de/inbox#b-b1');
    expect(letterText(letter)).toContain('Wofür: Hoffest');
  });

  it.each(['de', 'en'] satisfies Locale[])('exists for every topic and side in %s', (locale) => {
    for (const topic of BOOKING_TOPICS) {
      for (const isOwnerSide of [true, false]) {
        for (const side of BOOKING_SIDES) {
          const text = letterText(letterOf(about({ locale, topic, isOwnerSide, side })));
          expect(text).not.toMatch(/emails\.|\{|\}/);
        }
      }
    }
    for (const topic of ORGANISATION_TOPICS) {
      const text = letterText(letterOf(organisation({ locale, topic, note: 'Ok' })));
      expect(text).not.toMatch(/emails\.|\{|\}/);
      expect(text).toContain('Chor Querbeet');
    }
  });
});

describe('a mail about a change', () => {
  const later = {
    from: {
      period: { start: new Date('2026-10-24T08:00:00Z'), end: new Date('2026-10-24T16:00:00Z') },
      quantity: 12,
    },
    to: {
      period: { start: new Date('2026-10-24T08:00:00Z'), end: new Date('2026-10-24T18:00:00Z') },
      quantity: 14,
    },
  };

  it('shows the owner what was and what is wished, until when to answer, and leads to the inbox', () => {
    const letter = letterOf(
      about({
        topic: 'booking_change_proposed',
        isOwnerSide: true,
        side: 'borrower',
        note: 'Der Film ist lang',
        change: later,
        answerBy: new Date('2026-10-22T10:00:00Z'),
      }),
    );
    const text = letterText(letter);
    expect(text).toMatch(/Bisher: .*10:00.*18:00.*12 Stück/);
    expect(text).toMatch(/Neu: .*10:00.*20:00.*14 Stück/);
    expect(text).toMatch(/Antwort bis: .*22\. Okt.*12:00/);
    expect(text).toContain('Chor Querbeet schreibt dazu:');
    expect(letter.action.href).toBe('https://allmende.example/de/inbox#b-b1');
  });

  it('says who cancelled, and whose word it is', () => {
    const say = (given: Partial<BookingOccasion>) =>
      letterText(letterOf(about({ topic: 'booking_cancelled', note: 'Wasserschaden', ...given })));
    expect(say({ side: 'owner' })).toMatch(/SV Ost musste leider absagen.*SV Ost schreibt dazu/s);
    expect(say({ side: 'borrower' })).toMatch(
      /Jemand aus Chor Querbeet hat diese Buchung abgesagt/,
    );
    expect(say({ side: 'borrower', isOwnerSide: true })).toMatch(
      /Chor Querbeet hat abgesagt.*Chor Querbeet schreibt dazu/s,
    );
  });

  it('names the deadline of a question and the condition of what came back', () => {
    const asked = about({ topic: 'booking_asked', answerBy: new Date('2026-10-22T10:00:00Z') });
    expect(letterText(letterOf(asked))).toMatch(/Antwort bis: /);
    const back = about({ topic: 'booking_returned', condition: 'damaged' });
    expect(letterText(letterOf(back))).toContain('Zustand: beschädigt');
  });
});

describe('somebody who tries to write more into a mail than words', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&{name}';

  it('gets their signs back as signs', () => {
    const html = letterHtml(
      letterOf(
        about({
          topic: 'booking_requested',
          isOwnerSide: true,
          name: evil,
          borrower: evil,
          purpose: evil,
          note: `${evil}\n</blockquote><script>alert(1)</script>`,
          thing: { title: evil, slug: 'x' },
        }),
      ),
    );
    expect(html).not.toMatch(/<img|<script|<\/blockquote><script/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;{name}');
    expect(html.match(/<blockquote/g)).toHaveLength(1);
  });

  it('cannot add a header by a line break in a title', () => {
    const thing = { title: 'Zelt\r\nBcc: all@example.org', slug: 'zelt' };
    expect(letterSubject(letterOf(about({ thing })))).not.toMatch(/[\r\n]/);
  });

  it('cannot turn around the rest of a line', () => {
    const letter = letterOf(about({ owner: 'abc\u202Etxt.exe\u2069' }));
    expect(letterText(letter)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(letterHtml(letter)).toContain('<bdi>abc txt.exe</bdi>');
  });

  it('cannot leave the quote in plain text', () => {
    const text = letterText(
      letterOf(about({ note: 'eins\r\nzwei\nJetzt antworten: https://evil' })),
    );
    expect(text).toContain('> eins\n> zwei\n> Jetzt antworten: https://evil');
  });

  it('cannot lead the button elsewhere', () => {
    const thing = { title: 'x', slug: '"><a href=//evil>' };
    const html = letterHtml(letterOf(about({ topic: 'booking_declined', thing })));
    expect(html).toContain('href="https://allmende.example/de/ostviertel/resources/%22%3E');
  });
});

describe('a mail about a barrier', () => {
  it('tells the office what was reported, and leads to where it is answered', () => {
    const letter = letterOf({
      ...common,
      locale: 'de',
      topic: 'barrier_reported',
      note: 'Den Kalender liest mir niemand vor.',
    });
    expect(letterSubject(letter)).toContain('Barriere gemeldet');
    const text = letterText(letter);
    expect(text).toContain('> Den Kalender liest mir niemand vor.');
    expect(text).toContain('https://allmende.example/de/ostviertel/qm/barriers');
  });
});
