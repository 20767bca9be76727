import 'server-only';
import { headers } from 'next/headers';
import { env } from './env';

const OPEN_STREET_MAP = 'https://www.openstreetmap.org/search?query={query}';

/**
 * What opens a place, with {lat}, {lon} and {query}: the host's choice, else the phone's own map.
 * Only Android takes geo: links; elsewhere a map opens in the browser, and nothing is embedded.
 */
export async function mapTemplate(): Promise<string> {
  const { MAP_LINK } = env();
  if (MAP_LINK) return MAP_LINK;
  const agent = (await headers()).get('user-agent') ?? '';
  return agent.includes('Android') ? 'geo:{lat},{lon}?q={query}' : OPEN_STREET_MAP;
}
