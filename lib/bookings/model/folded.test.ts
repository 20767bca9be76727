import { expect, test } from 'vitest';
import { folded, type BorrowedCard } from './folded';

type Card = Pick<BorrowedCard, 'bundle' | 'status' | 'turn'> & { id: string };

const training = { kind: 'series', id: 's', title: '' } as const;
const party = { kind: 'event', id: 'e', title: 'Straßenfest' } as const;

const card = (id: string, given: Partial<Card> = {}): Card => ({
  id,
  bundle: null,
  status: 'approved',
  turn: null,
  ...given,
});

const shape = (cards: Card[]) =>
  folded(cards).map(({ first, rest }) => [first.id, ...rest.map(({ id }) => id)].join(' '));

test('dates of a series are one card, with what is alone between them in its place', () => {
  expect(
    shape([
      card('monday', { bundle: training }),
      card('van'),
      card('next monday', { bundle: training }),
      card('tent', { bundle: party }),
      card('tables', { bundle: party }),
    ]),
  ).toEqual(['monday next monday', 'van', 'tent tables']);
});

test('what is decided differently stays a card of its own', () => {
  const asked = card('asked', { bundle: training, status: 'requested' });
  expect(shape([card('promised', { bundle: training }), asked])).toEqual(['promised', 'asked']);
});

test('what waits for an answer of the viewer is never folded away', () => {
  const question = (id: string) =>
    card(id, { bundle: party, status: 'requested', turn: 'borrower' });
  expect(shape([question('tent'), question('tables')])).toEqual(['tent', 'tables']);
});
