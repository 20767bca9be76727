import { describe, expect, it } from 'vitest';
import { askSchema, declineSchema, standingSchema } from './schema';

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

describe('somebody who agrees in advance', () => {
  const organisationId = '00000000-0000-4000-8000-000000000002';
  const flaws = (form: Record<string, unknown>) =>
    standingSchema
      .safeParse({ organisationId, ...form })
      .error?.issues.map(({ path, ...issue }) => [
        path[0],
        issue.code === 'custom' ? issue.params?.reason : issue.code,
      ]);

  it('says for whom, and how many it takes', () => {
    expect(flaws({ who: 'named' })).toEqual([['organisationIds', 'missing']]);
    expect(flaws({ who: 'clean' })).toEqual([['minCleanReturns', 'required']]);
    expect(flaws({ who: 'clean', minCleanReturns: 'oft' })).toEqual([['minCleanReturns', 'whole']]);
  });

  it('may leave every limit open', () => {
    const agreed = { who: 'named', organisationIds: bookingId, weekdays: ['6', '7'], maxDays: '2' };
    expect(standingSchema.parse({ organisationId, ...agreed })).toMatchObject({
      organisationIds: [bookingId],
      weekdays: [6, 7],
      maxDays: 2,
    });
  });
});
