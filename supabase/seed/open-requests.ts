import { at, type Day, minutes, onOrAfter } from './calendar';
import { inbox, type OpenRequest } from './data/open-requests';
import type { Act, Ledger } from './ledger';
import type { Thing } from './occupancy';
import { Random } from './random';
import { periodOn, purposeOf, quantityOf, type Wish } from './wishes';

const ELSEWHERE = 26;

/** The requests that wait for somebody: the caretaker's full inbox, and some with everybody else. */
export function openRequests(
  things: Thing[],
  today: Day,
  ledger: Ledger,
  isKeptFree: (wish: Wish) => boolean,
): void {
  const bySlug = new Map(things.map((thing) => [thing.seed.slug, thing]));
  for (const request of inbox) {
    const thing = bySlug.get(request.thing);
    if (thing) enterInbox(thing, request, today, ledger);
  }
  const random = new Random('open requests');
  const manual = things.filter(
    ({ seed }) =>
      seed.approval !== 'instant' &&
      seed.owner !== 'buergerhaus-ost' &&
      seed.rhythm !== 'idle' &&
      (seed.leadMinutes ?? 0) < 20000,
  );
  let made = 0;
  for (const thing of random.shuffle(manual)) {
    if (made >= Math.min(ELSEWHERE, manual.length / 3)) return;
    const day = today + random.between(4, 45);
    const [startsAt, endsAt] = periodOn(
      thing,
      thing.seed.kind === 'service' ? day : onOrAfter(day, 5),
      random,
    );
    const createdAt = at(today - random.between(1, 5), random.between(8 * 60, 21 * 60));
    if (startsAt - createdAt < minutes(thing.seed.leadMinutes ?? 0)) continue;
    const organisation = ledger.voices.borrowerFor(thing, random);
    if (organisation === thing.seed.owner) continue;
    const wish = {
      thing,
      startsAt,
      endsAt,
      quantity: quantityOf(thing.stock, random),
      purpose: purposeOf(thing, startsAt, random),
    };
    if (isKeptFree(wish)) continue;
    const requestedBy = ledger.voices.askerOf(organisation, random);
    if (ledger.enter({ ...wish, createdAt, organisation, requestedBy, acts: [] }, true)) made += 1;
  }
}

function enterInbox(thing: Thing, request: OpenRequest, today: Day, ledger: Ledger): void {
  const random = new Random('inbox', request.thing, request.borrower);
  const day =
    request.weekday === undefined
      ? today + request.inDays
      : onOrAfter(today + request.inDays, request.weekday);
  const createdAt = ledger.now - minutes(request.minutesAgo);
  const requestedBy = ledger.voices.firstOf(request.borrower, ['member', 'admin']);
  const owner = ledger.voices.deciderOf(thing.seed.owner, random);
  const acts: Act[] = [];
  const say = (action: 'asked' | 'answered', note: string | undefined, share: number) => {
    if (note === undefined) return;
    const side = action === 'asked' ? 'owner' : 'borrower';
    const actor = action === 'asked' ? owner : requestedBy;
    const after = Math.round(request.minutesAgo * share);
    acts.push({ status: 'requested', action, side, actor, note, at: createdAt + minutes(after) });
  };
  say('asked', request.question, 0.3);
  say('answered', request.answer, 0.75);
  const { quantity = 1, purpose, borrower } = request;
  const [from, to] = request.hours;
  const startsAt = at(day, from * 60);
  const endsAt = at(day, to * 60);
  ledger.enter(
    {
      thing,
      startsAt,
      endsAt,
      quantity,
      purpose,
      organisation: borrower,
      requestedBy,
      createdAt,
      acts,
    },
    true,
  );
}
