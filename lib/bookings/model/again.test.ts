import { describe, expect, test } from 'vitest';
import { wholeDays } from '../../availability/model';
import { asDay } from '../../platform/dates';
import type { BookingCard, BookingStatus } from '../model';
import { lastBooking, weeksLater } from './again';

const card = (id: string, status: BookingStatus, isThere = true): BookingCard => ({
  id,
  version: 1,
  status,
  turn: null,
  holdExpiresAt: null,
  period: { start: new Date('2026-11-20T09:00Z'), end: new Date('2026-11-20T11:00Z') },
  zone: 'Europe/Berlin',
  poolSlug: 'ostviertel',
  quantity: 1,
  thing: isThere
    ? { title: 'Saal', slug: 'saal', kind: 'room', picture: '', place: '', photoUrl: null }
    : null,
  owner: '',
  borrower: '',
});

describe('once more', () => {
  test('is the last booking that came about and whose thing is still there', () => {
    const past = [
      card('off', 'cancelled'),
      card('gone', 'returned', false),
      card('was', 'returned'),
    ];
    expect(lastBooking(past, [card('next', 'approved')])?.id).toBe('was');
    expect(lastBooking([card('off', 'cancelled')], [card('next', 'approved')])?.id).toBe('next');
    expect(lastBooking([], [card('no', 'declined')])).toBeNull();
  });

  test('lies on the same weekday, a week later or as many as it takes', () => {
    const today = asDay('2026-11-23');
    expect(weeksLater(wholeDays(asDay('2026-11-28')), today).from).toBe('2026-12-05');
    expect(weeksLater(wholeDays(asDay('2026-10-02')), today).from).toBe('2026-11-27');
  });
});
