import { describe, expect, test } from 'vitest';
import { toAppError } from './errors';

describe('what an error of the backend means', () => {
  test('our own codes bring field and values along', () => {
    const details = '{"field": "p_ends_at", "params": {"reason": "too_long", "max_minutes": 60}}';
    expect(toAppError({ code: 'BKLEN', details })).toEqual({
      code: 'BKLEN',
      field: 'endsAt',
      params: { reason: 'too_long', max_minutes: 60 },
    });
    expect(toAppError({ code: 'LOGIN', details: '{}' })).toEqual({ code: 'LOGIN' });
  });

  test('a native violation never forwards its detail: it may name someone else’s booking', () => {
    const details = 'Key (asset_id, blocked)=(…) conflicts with existing key';
    expect(toAppError({ code: '23P01', details })).toEqual({ code: 'BKOVL' });
    expect(toAppError({ code: '23505', details })).toEqual({ code: 'TAKEN' });
  });

  test.each([
    [{ code: '42501' }, 403, 'DNIED'],
    [{ code: '42501' }, 401, 'LOGIN'],
    [{ code: '40P01' }, 500, 'STALE'],
    [{ code: 'PGRST301' }, 401, 'LOGIN'],
    [{ code: 'PGRST303' }, 401, 'LOGIN'],
    [{ code: 'PGRST116' }, 406, 'NTFND'],
    [{ code: '' }, 0, 'NETWK'],
    [{ code: '' }, 503, 'NETWK'],
    [{ name: 'AuthRetryableFetchError' }, undefined, 'NETWK'],
    [{ code: '57P01' }, 500, 'NETWK'],
    [{ code: '' }, 429, 'RATEL'],
    [{ code: 'XX000' }, 500, 'FAULT'],
    [{}, undefined, 'FAULT'],
  ])('%o with status %s is %s', (error, status, code) => {
    expect(toAppError(error, status).code).toBe(code);
  });

  test('details that are not ours to read are left alone', () => {
    expect(toAppError({ code: 'INPUT', details: 'not json' })).toEqual({ code: 'INPUT' });
    expect(toAppError({ code: 'INPUT', details: '[1]' })).toEqual({ code: 'INPUT' });
    expect(toAppError({ code: 'INPUT', details: '{"params":{"choices":["a"],"max":3}}' })).toEqual({
      code: 'INPUT',
      params: { max: 3 },
    });
  });
});
