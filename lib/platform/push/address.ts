import { lookup } from 'node:dns';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';

/**
 * Our server posts to addresses that browsers hand in. A made-up one must not reach what only our server
 * can reach: the database next door, a router, a cloud's metadata.
 */

const NOT_PUBLIC: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // ::, ::1 and everything that wraps an IPv4 address
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

// why two: in one list an IPv4 address also counts as the IPv6 address that wraps it
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of NOT_PUBLIC) blocked[family(net)].addSubnet(net, bits, family(net));

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

export function isPublicAddress(address: string): boolean {
  const kind = family(address);
  return !blocked[kind].check(address, kind);
}

const NAME = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;

/** https and a name, or the one origin that the environment allows for tests. */
export function isPushEndpoint(endpoint: string, localOrigin: string | undefined): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, origin, username, password } = new URL(endpoint);
  if (username || password) return false;
  if (localOrigin !== undefined && origin === localOrigin) return true;
  return protocol === 'https:' && NAME.test(hostname);
}

/**
 * Looks a name up and refuses what is not public.
 *
 * why in the connection's own lookup: between a check and the connection the name could change its mind.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) {
      callback(error, '', 0);
      return;
    }
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address))) {
      callback(new Error(`${hostname} is not a public address`), '', 0);
    } else if (options.all) {
      callback(null, found);
    } else {
      callback(null, first.address, first.family);
    }
  });
};
