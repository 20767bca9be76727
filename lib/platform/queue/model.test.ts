import { expect, test } from 'vitest';
import { afterAnswer, entriesOf, isOpen, valuesOf, type QueuedAct } from './model';

const act: QueuedAct = {
  id: 'k',
  person: 'p',
  form: 'request-booking',
  title: 'Bierbänke',
  about: 'r',
  place: '/de/ostviertel/resources/bierbaenke',
  locale: 'de',
  entries: [
    ['purpose', 'Fest'],
    ['photo', new File(['x'], 'x.jpg')],
    ['extra', '1'],
    ['extra', '2'],
  ],
  at: '2026-11-24T10:00:00.000Z',
  state: 'waiting',
};
const taken = { code: 'BKOVL' as const, message: 'vergeben' };

test('what was sent keeps the way to its answer, and nothing that was typed', () => {
  const sent = afterAnswer(act, { status: 'done', goTo: '/de/bookings/1' });
  expect(sent).toMatchObject({ state: 'sent', goTo: '/de/bookings/1', entries: [] });
  expect(isOpen(sent)).toBe(false);
});

test('what was refused waits for the person, with the reason and what would do instead', () => {
  const refused = afterAnswer(act, {
    status: 'refused',
    error: taken,
    fieldErrors: {},
    value: { times: [] },
  });
  expect(refused).toMatchObject({ state: 'stopped', refusal: { value: { times: [] } } });
  expect(refused.entries).toBe(act.entries);
});

test('while it is being sent nothing is called unsent', () => {
  expect(isOpen({ ...act, state: 'sending' })).toBe(false);
  expect(isOpen(act)).toBe(true);
});

test('a backend that is away or somebody else’s session change nothing', () => {
  for (const status of ['later', 'not-yours'] as const) {
    expect(afterAnswer({ ...act, state: 'sending', client: 'c' }, { status })).toEqual(act);
  }
});

test('a form is filled again with its words; files stand apart, and Next’s own fields stay out', () => {
  expect(valuesOf(act)).toEqual({ purpose: 'Fest', extra: ['1', '2'] });
  const form = new FormData();
  form.set('$ACTION_ID_1', '');
  form.set('note', 'x');
  expect(entriesOf(form)).toEqual([['note', 'x']]);
});
