import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Lost, type Door } from '../oracle/drawing';
import { Acting, actOn, callSql, type Args, type Row } from '../support/acting';
import type { Actor, Person } from '../support/people';
import { untilWell, type House } from './house';

/** Of a server that dies, starts or is out of reach: the act happened or it did not. */
const AWAY = /^(57P0\d|08\d{3}|53300|XX000|ECONN\w+|EPIPE|ETIMEDOUT|PGRST00\d|unavailable)$/;

/** A refusal that the database decided passes; everything else is an answer that got lost. */
function orLost(error: unknown): never {
  const { code } = error as { code?: string };
  if (code !== undefined && !AWAY.test(code)) throw error;
  throw new Lost(String(error), { cause: error });
}

/** Straight into PostgreSQL, as PostgREST does it. */
export function sqlDoor(house: House): { door: Door; close: () => Promise<void> } {
  let client: pg.Client | undefined;
  async function connected(): Promise<pg.Client> {
    if (client) return client;
    for (const end = Date.now() + 90_000; ;) {
      const fresh = new pg.Client(house.authenticatorUrl);
      fresh.on('error', () => {
        if (client === fresh) client = undefined;
      });
      try {
        await fresh.connect();
        await fresh.query(`set lock_timeout = '20s'; set statement_timeout = '30s'`);
        client = fresh;
        return fresh;
      } catch (error) {
        if (Date.now() > end) throw error;
        await pause(50);
      }
    }
  }
  const door: Door = (who) =>
    new Acting(who, async (text, values) => {
      const mine = await connected();
      try {
        return await actOn(mine, who, text, values);
      } catch (error) {
        try {
          orLost(error);
        } catch (decided) {
          if (decided instanceof Lost) {
            client = undefined;
            void mine.end().catch(() => undefined);
          }
          throw decided;
        }
      }
    });
  return {
    door,
    close: async () => {
      await client?.end().catch(() => undefined);
    },
  };
}

class OverHttp extends Acting {
  constructor(
    actor: Actor,
    private readonly post: (fn: string, args: Args) => Promise<Row[]>,
  ) {
    super(actor, (text) => {
      throw new Error(`no SQL over HTTP: ${callSql(text, {}).text}`);
    });
  }

  override rows(fn: string, args: Args = {}): Promise<Row[]> {
    return this.post(fn, args);
  }
}

export interface HttpDoor {
  door: Door;
  close: () => Promise<void>;
  /** Rows of a table that the person may see, asked until there is an answer. */
  look: (who: Person, table: string, where: Record<string, string>) => Promise<Row[]>;
}

/** Through gateway and PostgREST, with the person's token. */
export function httpDoor(house: House): HttpDoor {
  const headersOf = (who: Person | 'service') => ({
    'content-type': 'application/json',
    apikey: who === 'service' ? house.secretKey : house.publishableKey,
    ...(who === 'service' ? {} : { authorization: `Bearer ${house.tokenOf(who)}` }),
  });
  async function post(who: Person | 'service', fn: string, args: Args): Promise<Row[]> {
    let status: number;
    let body: string;
    try {
      const response = await fetch(`${house.apiUrl}/rest/v1/rpc/${fn}`, {
        method: 'POST',
        headers: headersOf(who),
        body: JSON.stringify(args),
        signal: AbortSignal.timeout(40_000),
      });
      status = response.status;
      body = await response.text();
    } catch (error) {
      await untilWell(house);
      throw new Lost(String(error), { cause: error });
    }
    if (status < 300) {
      const answer: unknown = body === '' ? [] : JSON.parse(body);
      return (Array.isArray(answer) ? answer : [answer]) as Row[];
    }
    const { code, message, detail } = refusalIn(body);
    try {
      return orLost(Object.assign(new Error(`${status} ${message}`), { code, detail }));
    } catch (decided) {
      if (decided instanceof Lost) await untilWell(house);
      throw decided;
    }
  }
  return {
    door: (who) => new OverHttp(who, (fn, args) => post(who, fn, args)),
    close: () => Promise.resolve(),
    async look(who, table, where) {
      const query = new URLSearchParams(
        Object.entries(where).map(([column, value]) => [column, `eq.${value}`]),
      );
      for (const end = Date.now() + 90_000; Date.now() < end;) {
        const response = await fetch(`${house.apiUrl}/rest/v1/${table}?${query.toString()}`, {
          headers: headersOf(who),
          signal: AbortSignal.timeout(40_000),
        }).catch(() => undefined);
        const rows = response?.ok
          ? await (response.json() as Promise<Row[]>).catch(() => undefined)
          : undefined;
        if (rows) return rows;
        await untilWell(house);
      }
      throw new Error(`${table} could not be read for 90 seconds`);
    },
  };
}

function refusalIn(body: string): { code?: string; message: string; detail?: string } {
  try {
    const { code, message, details } = JSON.parse(body) as Record<string, string | undefined>;
    return {
      message: message ?? body,
      ...(code ? { code } : {}),
      ...(details ? { detail: details } : {}),
    };
  } catch {
    return { message: body };
  }
}
