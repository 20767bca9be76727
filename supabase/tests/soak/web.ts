import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  QUEUE_HEADERS,
  QUEUE_PATH,
  type QueueAnswer,
  type QueuedForm,
} from '@/lib/platform/queue/model';
import type { Door } from '../oracle/drawing';
import { Acting, callSql, type Args, type Row } from '../support/acting';
import type { Person } from '../support/people';
import { httpDoor } from './doors';
import { untilWell, type House } from './house';

/** Forms that our own pages send; a press that somebody else overtook is no failure of theirs. */
const DECISIONS: Record<string, QueuedForm> = {
  approve_booking: 'approve-booking',
  decline_booking: 'decline-booking',
  cancel_booking: 'cancel-booking',
  hand_over_booking: 'hand-over',
  return_booking: 'take-back',
  mark_no_show: 'no-show',
};
const PATIENCE_MS = 120_000;

export interface WebDoor {
  door: Door;
  close: () => Promise<void>;
  /** What was answered through the app against what the log says: each once. */
  problems: (sql: (text: string, values?: unknown[]) => Promise<Row[]>) => Promise<string[]>;
}

/**
 * Through the app's own door, as a phone's queue sends what waited: each act under a key, again and again
 * until it hears an answer. What the queue does not know goes over HTTP.
 */
export function webDoor(house: House, appUrl: string): WebDoor {
  const beside = httpDoor(house);
  /** Words under which decisions were sent, and whether they were answered as done. */
  const words = new Map<string, boolean>();

  async function post(who: Person, form: QueuedForm, fields: Record<string, string>) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const answer = await sent(house, appUrl, who, form, body);
      if (answer?.status === 'done') return answer;
      // why FAULT: the app says so when its backend dies in the middle; the press is made again
      if (answer?.status === 'refused' && answer.error.code !== 'FAULT') {
        throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
      }
      await untilWell(house);
      await pause(50);
    }
    throw new Error(`${form} heard no answer for two minutes`);
  }

  async function request(who: Person, args: Args): Promise<Row[]> {
    const [from, start] = wall(args.p_starts_at);
    const [to, end] = wall(args.p_ends_at);
    const { goTo } = await post(who, 'request-booking', {
      resourceId: String(args.p_resource_id),
      organisationId: String(args.p_organisation_id),
      zone: 'UTC',
      part: 'own',
      ...{ from, to, start, end },
      quantity: String(args.p_quantity),
      purpose: String(args.p_purpose),
      key: String(args.p_idempotency_key),
    });
    return [{ id: /\/bookings\/([0-9a-f-]{36})/.exec(goTo)?.[1] }];
  }

  /** Told as done also when somebody else was first: the log knows whose word stands. */
  async function decide(who: Person, fn: string, args: Args): Promise<Row[]> {
    const word = randomUUID();
    words.set(word, false);
    const bookingId = String(args.p_booking_id);
    await post(who, DECISIONS[fn] ?? 'approve-booking', { bookingId, note: word, key: word });
    const stands = await beside.look(who, 'booking_log', { booking_id: bookingId, note: word });
    if (stands.length === 0) {
      words.delete(word);
      throw Object.assign(new Error('somebody else was first'), { code: 'BKSTA' });
    }
    words.set(word, true);
    return [{ id: bookingId }];
  }

  return {
    door: (who) => {
      const over = beside.door(who);
      if (who === 'service') return over;
      return new OverWeb(who, (fn, args) => {
        if (fn === 'request_booking') return request(who, args);
        return fn in DECISIONS ? decide(who, fn, args) : over.rows(fn, args);
      });
    },
    close: () => beside.close(),
    problems: async (sql) => {
      const rows = await sql(
        'select note, count(*)::int as n from public.booking_log where note = any ($1) group by note',
        [[...words.keys()]],
      );
      const told = new Map(rows.map(({ note, n }) => [note as string, n as number]));
      return [...words].flatMap(([word, isDone]) => {
        const n = told.get(word) ?? 0;
        return n > 1 || (isDone && n !== 1)
          ? [`an act sent through the app stands ${n} times under ${word}`]
          : [];
      });
    },
  };
}

class OverWeb extends Acting {
  constructor(
    actor: Person,
    private readonly send: (fn: string, args: Args) => Promise<Row[]>,
  ) {
    super(actor, (text) => {
      throw new Error(`no SQL over the app: ${callSql(text, {}).text}`);
    });
  }

  override rows(fn: string, args: Args = {}): Promise<Row[]> {
    return this.send(fn, args);
  }
}

/** `2026-12-01T10:30:00.000Z` → the day and the clock in UTC. */
function wall(instant: unknown): [string, string] {
  const text = new Date(String(instant)).toISOString();
  return [text.slice(0, 10), text.slice(11, 16)];
}

/** What the app says; undefined when the answer got lost, or it asks for patience. */
async function sent(
  house: House,
  appUrl: string,
  who: Person,
  form: QueuedForm,
  body: FormData,
): Promise<QueueAnswer | undefined> {
  try {
    const response = await fetch(`${appUrl}${QUEUE_PATH}`, {
      method: 'POST',
      body,
      headers: {
        [QUEUE_HEADERS.form]: form,
        [QUEUE_HEADERS.person]: who.id,
        cookie: house.cookieOf(who),
        'x-locale': 'de',
        'x-path': '/de/bookings',
      },
      signal: AbortSignal.timeout(40_000),
    });
    // why the cast: the endpoint speaks in the words of its model
    return response.ok ? ((await response.json()) as QueueAnswer) : undefined;
  } catch {
    return undefined;
  }
}
