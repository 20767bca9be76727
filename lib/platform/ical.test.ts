import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarEvent } from './ical';

const event: CalendarEvent = {
  uid: 'b1@allmende',
  sequence: 3,
  period: { start: new Date('2026-10-24T08:00:00Z'), end: new Date('2026-10-24T16:30:00Z') },
  zone: 'Europe/Berlin',
  status: 'CONFIRMED',
  summary: '12 Bierbänke',
  description: '',
  location: '',
  url: 'https://allmende.example/de/bookings/b1',
  stamp: new Date('2026-10-01T12:00:00.123Z'),
};

function lines(given: Partial<CalendarEvent> = {}): string[] {
  return calendarFile({ ...event, ...given }).split('\r\n');
}

describe('a booking in somebody’s calendar', () => {
  it('stands at its hours, as moments that every zone understands', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        'DTSTART:20261024T080000Z',
        'DTEND:20261024T163000Z',
        'DTSTAMP:20261001T120000Z',
        'SEQUENCE:3',
        'SUMMARY:12 Bierbänke',
      ]),
    );
  });

  it('fills whole days, also the one with 25 hours', () => {
    const period = {
      start: new Date('2026-10-23T22:00:00Z'),
      end: new Date('2026-10-25T23:00:00Z'),
    };
    expect(lines({ period })).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261024', 'DTEND;VALUE=DATE:20261026']),
    );
  });

  it('cannot be broken out of by what somebody wrote', () => {
    const file = calendarFile({
      ...event,
      summary: 'Fest\r\nEND:VEVENT\nBEGIN:VALARM; a, b \\ c',
      location: 'Hof\u0000\u0007 1',
    });
    expect(file).toContain('SUMMARY:Fest\\nEND:VEVENT\\nBEGIN:VALARM\\; a\\, b \\\\ c\r\n');
    expect(file).toContain('LOCATION:Hof 1\r\n');
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1);
  });

  it('folds long lines at 75 octets and inside no character', () => {
    const description = '🪑ü'.repeat(60);
    const file = calendarFile({ ...event, description });
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${description}\r\n`);
  });
});
