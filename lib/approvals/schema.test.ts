import { describe, expect, it } from 'vitest';
import { askSchema, declineSchema } from './schema';

const bookingId = '00000000-0000-4000-8000-000000000001';

describe('somebody who declines', () => {
  it('can tap a ready reason', () => {
    const { note } = declineSchema.parse({ bookingId, reason: 'Es ist kaputt.' });
    expect(note).toBe('Es ist kaputt.');
  });

  it('can use own words, alone or after a reason', () => {
    expect(declineSchema.parse({ bookingId, note: ' Leider nein ' }).note).toBe('Leider nein');
    expect(declineSchema.parse({ bookingId, reason: 'A', note: 'B' }).note).toBe('A\nB');
  });

  it('cannot decline without a word', () => {
    const { error } = declineSchema.safeParse({ bookingId });
    expect(error?.issues[0]).toMatchObject({ path: ['note'], params: { reason: 'required' } });
  });
});

it('a question without words is not asked', () => {
  expect(askSchema.safeParse({ bookingId, note: '   ' }).success).toBe(false);
});
