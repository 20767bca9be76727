import { dayOf, isWholeDays, type Period } from './dates';

/** A small writer for RFC 5545, enough for one event that any calendar takes. */

export type CalendarEvent = {
  uid: string;
  /** Counts up with each change, so that a calendar knows the newer one. */
  sequence: number;
  period: Period;
  zone: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  summary: string;
  description: string;
  location: string;
  url: string;
  /** When this text was written. */
  stamp: Date;
};

export function calendarFile(event: CalendarEvent): string {
  const { period, zone } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Allmende//Allmende//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${String(event.sequence)}`,
    `DTSTAMP:${instant(event.stamp)}`,
    ...times(period, zone),
    `STATUS:${event.status}`,
    `SUMMARY:${text(event.summary)}`,
    ...(event.description ? [`DESCRIPTION:${text(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${text(event.location)}`] : []),
    `URL:${uri(event.url)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

// Whole days are days in every calendar; both forms end where the next may begin.
function times(period: Period, zone: string): string[] {
  if (!isWholeDays(period, zone)) {
    return [`DTSTART:${instant(period.start)}`, `DTEND:${instant(period.end)}`];
  }
  const day = (at: Date) => dayOf(at, zone).replaceAll('-', '');
  return [`DTSTART;VALUE=DATE:${day(period.start)}`, `DTEND;VALUE=DATE:${day(period.end)}`];
}

function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function text(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

function uri(value: string): string {
  return value.replace(/\p{Cc}/gu, '');
}

const MAX_OCTETS = 75;

// A line longer than 75 octets goes on after a line break and a space, never inside a character.
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
