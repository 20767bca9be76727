import { describe, expect, it } from 'vitest';
import de from '../../messages/de/emails.json';
import en from '../../messages/en/emails.json';
import { letterHtml, letterSubject, letterText } from '../platform/mail/letter';
import { EVENT_TOPICS, type EventOccasion } from './model/event-mail';
import { writeLetter } from './model/mail';

const period = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });

function about(given: Partial<EventOccasion> = {}): EventOccasion {
  return {
    topic: 'event_requested',
    name: 'Yusuf Demir',
    locale: 'de',
    pool: { slug: 'ostviertel', name: 'Ostviertel', zone: 'Europe/Berlin' },
    note: '',
    site: 'https://allmende.example',
    at: new Date('2026-10-20T08:00:00Z'),
    organisation: 'Bürgerhaus',
    event: {
      id: 'e1',
      title: 'Straßenfest',
      period: period('2026-10-24T08:00:00Z', '2026-10-24T18:00:00Z'),
      guests: 150,
      borrower: 'Kickers',
    },
    parts: [
      {
        title: 'Bierbänke',
        owner: 'Bürgerhaus',
        quantity: 19,
        period: period('2026-10-23T14:00:00Z', '2026-10-25T11:00:00Z'),
        status: 'requested',
      },
      {
        title: 'Großer Saal',
        owner: 'Bürgerhaus',
        quantity: 1,
        period: period('2026-10-24T08:00:00Z', '2026-10-24T18:00:00Z'),
        status: 'requested',
      },
    ],
    settleBy: null,
    ...given,
  };
}

const letterOf = (given: Partial<EventOccasion> = {}) => {
  const occasion = about(given);
  return writeLetter(occasion, { emails: occasion.locale === 'de' ? de : en });
};

describe('one mail about an event', () => {
  it('tells an owner of all its parts, with their own times, and leads to the inbox', () => {
    const text = letterText(letterOf({ note: 'Wir holen ab.' }));
    expect(letterSubject(letterOf())).toContain('Straßenfest');
    expect(text).toContain('Kickers plant „Straßenfest“');
    expect(text).toMatch(/19 × \p{Cf}?Bierbänke/u);
    expect(text).toContain('Großer Saal');
    expect(text).toMatch(/Fr\., 23\.10\..*So\., 25\.10\./);
    expect(text).toContain('> Wir holen ab.');
    expect(text).toContain('https://allmende.example/de/inbox#e-e1');
  });

  it('tells the borrower who said no, until when to find a substitute, and where', () => {
    const [part] = about().parts;
    const text = letterText(
      letterOf({
        topic: 'event_gap',
        organisation: 'Kickers',
        parts: part ? [{ ...part, status: 'declined' }] : [],
        settleBy: new Date('2026-10-22T16:00:00Z'),
        note: 'Selbst gebraucht',
      }),
    );
    expect(text).toContain('Bürgerhaus kann leider nicht');
    expect(text).toContain('Donnerstag, 18:00');
    expect(text).toContain('https://allmende.example/de/events/e1');
  });

  it.each(EVENT_TOPICS)('is whole in every language: %s', (topic) => {
    for (const locale of ['de', 'en'] as const) {
      const letter = letterOf({ topic, locale, settleBy: new Date('2026-10-22T16:00:00Z') });
      expect(letterText(letter)).not.toMatch(/emails\.|undefined|\{/);
      expect(letterSubject(letter).length).toBeGreaterThan(10);
    }
  });

  it('gives signs back as signs', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { event } = about();
    const html = letterHtml(
      letterOf({ event: { ...event, title: evil, borrower: evil }, note: evil }),
    );
    expect(html).not.toContain('<img');
  });
});
