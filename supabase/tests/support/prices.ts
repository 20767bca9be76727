import type { Row, Scene } from './database';
import { ada, type Actor } from './people';

export interface Line {
  kind: 'tariff' | 'extra' | 'cleaning';
  part?: 'free' | 'first' | 'further' | 'minimum';
  label?: string;
  unit: string;
  quantity: number;
  items?: number;
  unit_minor: number;
  amount_minor: number;
}

export interface Price {
  mode: string | null;
  currency: string | null;
  group: string | null;
  lines: Line[];
  total_minor: number | null;
  from_minor?: number | null;
  deposit_minor: number;
  choices: Row[];
  settled: Row[];
  cancel: { free_until: string | null; fee_percent: number; fee_minor: number | null } | null;
}

/** The owner says what a thing costs. */
export const priced = (
  { as }: Pick<Scene, 'as'>,
  thing: string,
  prices: Row,
  who: Actor = ada,
): Promise<Row> =>
  as(who).call('set_prices', {
    p_scope: 'resource',
    p_id: thing,
    p_prices: JSON.stringify(prices),
  });

export interface Wish {
  thing: string;
  /** The borrowing organisation; null: nobody in particular. */
  borrower: string | null;
  /** Wall time in Berlin. */
  from: string;
  to: string;
  quantity?: number;
  extras?: Record<string, unknown>;
}

/** What the machine quotes, as it would for a request. */
export async function priceOf({ sql }: Pick<Scene, 'sql'>, wish: Wish): Promise<Price> {
  const [row] = await sql(
    `select private.price(t, $1, $2, $3::timestamp at time zone 'Europe/Berlin', $4::timestamp at time zone 'Europe/Berlin', $5, $6) as price
     from public.effective_terms t where t.resource_id = $1`,
    [
      wish.thing,
      wish.borrower,
      wish.from,
      wish.to,
      wish.quantity ?? 1,
      wish.extras ? JSON.stringify(wish.extras) : null,
    ],
  );
  return row?.price as Price;
}
