import { addDays, asDay, dayOf, isDay, type Day } from './dates';

/** A small reader for RFC 5545: the days that the events of a calendar touch, first and last included. */

export type CalendarDays = { startsOn: Day; endsOn: Day; name: string };

const MAX_EVENTS = 2_000;

/** Null when this is no calendar. Repetitions are not followed: holidays are written out. */
export function readCalendarDays(text: string, zone: string): CalendarDays[] | null {
  const lines = unfold(text);
  if (lines[0]?.toUpperCase() !== 'BEGIN:VCALENDAR') return null;
  const found: CalendarDays[] = [];
  let event: Map<string, Property> | null = null;
  for (const line of lines) {
    const property = propertyOf(line);
    if (!property) continue;
    const { name, value } = property;
    if (name === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = new Map();
    else if (name === 'END' && value.toUpperCase() === 'VEVENT') {
      const days = event && daysOf(event, zone);
      if (days) found.push(days);
      event = null;
      if (found.length > MAX_EVENTS) return null;
    } else if (event && !event.has(name)) event.set(name, property);
  }
  return found;
}

type Property = { name: string; parameters: string; value: string };

/** A line that begins with a space goes on from the one before. */
function unfold(text: string): string[] {
  return text
    .replace(/^\u{FEFF}/u, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .filter((line) => line !== '');
}

/** `DTSTART;VALUE=DATE:20270326`; a quoted parameter may hold a colon. */
function propertyOf(line: string): Property | null {
  const match = /^([A-Za-z0-9-]+)((?:;[^":;]+="[^"]*"|;[^":;]*)*):(.*)$/.exec(line);
  if (!match) return null;
  const [, name = '', parameters = '', value = ''] = match;
  return { name: name.toUpperCase(), parameters, value };
}

function daysOf(event: Map<string, Property>, zone: string): CalendarDays | null {
  if (event.get('STATUS')?.value.toUpperCase() === 'CANCELLED') return null;
  const start = momentOf(event.get('DTSTART'), zone);
  if (!start) return null;
  const end = momentOf(event.get('DTEND'), zone) ?? lengthOf(event.get('DURATION'), start.day);
  // An end is the first moment after: at the beginning of a day it does not touch that day.
  const last = end ? (end.isMidnight ? addDays(end.day, -1) : end.day) : start.day;
  const name = plain(event.get('SUMMARY')?.value ?? '').trim();
  if (name === '') return null;
  return { startsOn: start.day, endsOn: last < start.day ? start.day : last, name };
}

type Moment = { day: Day; isMidnight: boolean };

function momentOf(property: Property | undefined, zone: string): Moment | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(
    property?.value ?? '',
  );
  if (!match) return null;
  const [, year = '', month = '', date = '', hour, minute = '', second = '', isUtc] = match;
  const written = `${year}-${month}-${date}`;
  if (!isDay(written)) return null;
  if (hour === undefined) return { day: asDay(written), isMidnight: true };
  if (!isUtc) return { day: asDay(written), isMidnight: hour + minute === '0000' };
  const at = new Date(`${written}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at.getTime())) return null;
  const day = dayOf(at, zone);
  return { day, isMidnight: dayOf(new Date(at.getTime() - 1), zone) !== day };
}

function lengthOf(property: Property | undefined, start: Day): Moment | null {
  const match = /^P(?:(\d{1,3})W|(\d{1,4})D)$/.exec(property?.value ?? '');
  if (!match) return null;
  const days = Number(match[1] ?? 0) * 7 + Number(match[2] ?? 0);
  return { day: addDays(start, days), isMidnight: true };
}

function plain(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? ' ' : c));
}
