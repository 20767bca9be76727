import { expect, test } from 'vitest';
import { isWorthKeeping } from './protocol';

test('what one needs without network is kept', () => {
  for (const path of [
    '/de',
    '/de/ostviertel',
    '/de/ostviertel/resources/bierbaenke',
    '/de/bookings',
    '/de/bookings/7f',
    '/de/handover',
    '/ar/inbox',
    '/de/resources/new',
    '/de/offline/unsent',
  ])
    expect(isWorthKeeping(path), path).toBe(true);
});

test('forms, secrets and other people’s business are not', () => {
  for (const path of [
    '/de/sign-in/code',
    '/de/invitation/abc',
    '/de/account',
    '/de/organisations/chor',
    '/de/ostviertel/qm/report',
    '/de/resources/7f/edit',
  ])
    expect(isWorthKeeping(path), path).toBe(false);
});
