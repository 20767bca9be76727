import { describe, expect, test } from 'vitest';
import { requestSchema } from './schema';

const FORM = {
  resourceId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  zone: 'Europe/Berlin',
  from: '2099-11-28',
  part: 'day',
  key: 'k',
};

const flawsOf = (form: Record<string, unknown>) => {
  const result = requestSchema.safeParse({ ...FORM, ...form });
  return result.success ? [] : result.error.issues.map(({ path }) => String(path[0]));
};

describe('the request form', () => {
  test('reads whole days in the zone of the pool', () => {
    const { period, quantity, purpose } = requestSchema.parse(FORM);
    expect(period.start.toISOString()).toBe('2099-11-27T23:00:00.000Z');
    expect(period.end.toISOString()).toBe('2099-11-28T23:00:00.000Z');
    expect({ quantity, purpose }).toEqual({ quantity: 1, purpose: '' });
  });

  test('keeps emoji and markup of the purpose as they were typed', () => {
    const purpose = 'Fest 🎉 <b>laut</b> \u2067x';
    expect(requestSchema.parse({ ...FORM, purpose }).purpose).toBe(purpose);
  });

  test('says at the right field what is wrong', () => {
    expect(flawsOf({ from: undefined })).toEqual(['from']);
    expect(flawsOf({ to: '2099-11-27' })).toEqual(['to']);
    expect(flawsOf({ part: 'own', start: '18:00', end: '10:00' })).toEqual(['end']);
    expect(flawsOf({ part: 'own', start: '18:00', end: '18:00' })).toEqual(['end']);
    expect(flawsOf({ quantity: '0' })).toEqual(['quantity']);
    expect(flawsOf({ quantity: '1e9' })).toEqual(['quantity']);
    expect(flawsOf({ purpose: 'x'.repeat(10_000) })).toEqual(['purpose']);
    expect(flawsOf({ zone: "Mars/Phobos'; --" })).toEqual(['zone']);
  });

  test('lets somebody who is not signed in send it, to be asked for sign-in next', () => {
    expect(flawsOf({ organisationId: undefined })).toEqual([]);
  });
});
