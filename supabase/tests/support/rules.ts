import { homeOf } from './acts';
import type { Args, Row, Scene } from './database';
import type { Actor } from './people';
import type { Refusal } from './refusal';
import { from } from './when';

type Stage = Pick<Scene, 'as'>;

export interface Verdict {
  ok: boolean;
  violations: Omit<Refusal, 'message'>[];
  decision: { by: string; reason: string; params: Row } | null;
  minutes: number;
  days: number | null;
  price: Row | null;
}

/** What would happen if somebody asked for a thing for their own organisation; a passer-by for none. */
export async function check(
  { as }: Stage,
  who: Actor,
  thing: string,
  more: Args = {},
): Promise<Verdict> {
  const row = await as(who).call('check_booking', {
    p_resource_id: thing,
    ...(typeof who === 'string' ? {} : { p_organisation_id: homeOf(who) }),
    ...from(7, 10, 12),
    ...more,
  });
  return row.check_booking as Verdict;
}

/** The codes of what stands against it, the gravest first. */
export const codes = async (stage: Stage, who: Actor, thing: string, more: Args = {}) =>
  (await check(stage, who, thing, more)).violations.map((v) => v.code);
