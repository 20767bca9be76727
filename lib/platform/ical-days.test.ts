import { describe, expect, test } from 'vitest';
import { readCalendarDays } from './ical-days';

const zone = 'Europe/Berlin';
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

describe('reading the days of a calendar', () => {
  test('whole days: the end of the file is the first day after', () => {
    const text = calendar(
      ...event(
        'DTSTART;VALUE=DATE:20270719',
        'DTEND;VALUE=DATE:20270901',
        'SUMMARY:Sommerferien Nordrhein-Westfalen',
      ),
      ...event('DTSTART;VALUE=DATE:20280229', 'SUMMARY:Beweglicher Ferientag'),
    );
    expect(readCalendarDays(text, zone)).toEqual([
      { startsOn: '2027-07-19', endsOn: '2027-08-31', name: 'Sommerferien Nordrhein-Westfalen' },
      { startsOn: '2028-02-29', endsOn: '2028-02-29', name: 'Beweglicher Ferientag' },
    ]);
  });

  test('times, in this zone, another one or UTC, touch the days they touch here', () => {
    const text = calendar(
      ...event('DTSTART:20271231T230000Z', 'DTEND:20280101T230000Z', 'SUMMARY:UTC'),
      ...event(
        'DTSTART;TZID="Europe/Berlin":20270105T000000',
        'DTEND;TZID="Europe/Berlin":20270107T000000',
        'SUMMARY:here',
      ),
      ...event('DTSTART:20270105T100000', 'DTEND:20270105T180000', 'SUMMARY:an afternoon'),
    );
    expect(readCalendarDays(text, zone)?.map((d) => `${d.startsOn} ${d.endsOn}`)).toEqual([
      '2028-01-01 2028-01-01',
      '2027-01-05 2027-01-06',
      '2027-01-05 2027-01-05',
    ]);
  });

  test('a length instead of an end, folded lines, escaped words, a byte order mark', () => {
    const text = `\u{FEFF}${calendar(
      ...event(
        'DTSTART;VALUE=DATE:20270405',
        'DURATION:P2W',
        'SUMMARY;LANGUAGE="de":Oster\r\n ferien\\, alle\\nSchulen',
      ),
    )}`;
    expect(readCalendarDays(text, zone)).toEqual([
      { startsOn: '2027-04-05', endsOn: '2027-04-18', name: 'Osterferien, alle Schulen' },
    ]);
  });

  test('what is cancelled, nameless or without a day falls away; times of alarms are not those of the event', () => {
    const text = calendar(
      ...event('DTSTART;VALUE=DATE:20270101', 'STATUS:CANCELLED', 'SUMMARY:off'),
      ...event('DTSTART;VALUE=DATE:20270101'),
      ...event('DTSTART;VALUE=DATE:20270231', 'SUMMARY:no day'),
      ...event('SUMMARY:no start'),
      ...event(
        'DTSTART;VALUE=DATE:20270101',
        'SUMMARY:kept',
        'BEGIN:VALARM',
        'SUMMARY:alarm',
        'END:VALARM',
      ),
    );
    expect(readCalendarDays(text, zone)?.map((d) => d.name)).toEqual(['kept']);
  });

  test.each([
    ['no calendar', 'name;date\nNeujahr;2027-01-01'],
    ['nothing', ''],
  ])('%s is none', (_title, text) => {
    expect(readCalendarDays(text, zone)).toBeNull();
  });
});
