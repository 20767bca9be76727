import { paths } from '../../lib/platform/paths';
import type { Hosted } from '../core/hosted';
import { connection, outcomeOf } from '../core/http';
import type { Act } from '../core/load';
import type { District } from './district';
import { tokensFor } from './tokens';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What a district does at the same time: look, search, read a calendar, and ask for a thing. */
export function visitors(
  world: Hosted,
  facts: District,
  clients: number,
): { act: Act; close: () => void } {
  const connections = Array.from({ length: clients }, () => ({
    app: connection(),
    api: connection(),
    turn: 0,
  }));
  const today = Math.floor(Date.now() / DAY) * DAY;
  const key = { apikey: world.publishableKey };
  const member = { ...key, authorization: `Bearer ${tokensFor(world, facts.member.id).outer}` };
  const rpc = (name: string) => `${world.apiUrl}/rest/v1/rpc/${name}`;
  const act: Act = async (client) => {
    const mine = connections[client];
    if (!mine) throw new Error(`no client ${client}`);
    mine.turn += 1;
    const start = today + (30 + mine.turn) * DAY + (8 + client) * HOUR;
    const [from, to] = [new Date(start), new Date(start + HOUR)];
    switch (mine.turn % (world.baseUrl ? 5 : 3)) {
      case 0:
        return outcomeOf(
          await mine.api.send(rpc('search_resources'), key, {
            p_pool: facts.pool,
            p_starts_at: from,
            p_ends_at: to,
            p_quantity: 1,
          }),
        );
      case 1:
        return outcomeOf(
          await mine.api.send(rpc('resource_calendar'), key, {
            p_resource_id: facts.resource.id,
            p_from: from,
            p_to: new Date(start + 31 * DAY),
          }),
        );
      case 2:
        return outcomeOf(
          await mine.api.send(rpc('request_booking'), member, {
            p_resource_id: facts.resource.id,
            p_organisation_id: facts.member.organisation,
            p_starts_at: from,
            p_ends_at: to,
          }),
        );
      case 3:
        return outcomeOf(await mine.app.send(world.baseUrl + paths.catalogue('de', facts.pool)));
      default:
        return outcomeOf(
          await mine.app.send(
            world.baseUrl + paths.resource('de', facts.pool, facts.resource.slug),
          ),
        );
    }
  };
  return {
    act,
    close: () => {
      for (const { app, api } of connections) {
        app.close();
        api.close();
      }
    },
  };
}
