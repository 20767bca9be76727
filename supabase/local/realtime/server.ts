import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { Refusal, type Identities, type Identity } from '../gateway/identity';
import type { Claims } from '../jwt';
import { authorize } from './authorization';
import { createBroadcastApi } from './broadcast-api';
import { Connection, type Surroundings } from './connection';
import { Hub } from './hub';
import type { RealtimeLimits } from './limits';
import { Replication } from './replication';

export type RealtimeOptions = {
  dbUrl: string;
  identities: Identities;
  limits: RealtimeLimits;
  isOriginAllowed: (origin: string) => boolean;
  log: (line: string) => void;
};

const PRUNE_EVERY_MS = 60 * 60 * 1000;

export function createRealtime(options: RealtimeOptions) {
  const { identities, limits, log } = options;
  const hub = new Hub();
  const connections = new Set<Connection>();
  const pool = new pg.Pool({ connectionString: options.dbUrl, max: 5, idleTimeoutMillis: 30_000 });
  pool.on('error', () => undefined); // why: the pool makes new connections after a restart

  const replication = new Replication({
    dbUrl: options.dbUrl,
    log,
    onMessage: ({ id, topic, event, payload, private: isPrivate }) =>
      hub.publish(topic, isPrivate, { id, event, payload }),
    onReady: () => undefined,
    onLost: () => {
      log('realtime: lost the database; listeners will join again');
      for (const connection of connections) connection.interrupt('RealtimeRestarting: join again');
    },
  });
  const around: Surroundings = {
    hub,
    limits,
    verify: (token: string): Claims => identities.forToken(token).claims,
    authorize: (topic, claims) => authorize(pool, topic, claims),
    isReplicationReady: () => replication.ready,
  };

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxPayloadBytes,
    perMessageDeflate: false,
  });

  function admit(request: IncomingMessage, url: URL): { identity: Identity; version: 1 | 2 } {
    const { origin } = request.headers;
    if (origin && !options.isOriginAllowed(origin)) {
      throw new Refusal(403, { message: `Origin ${origin} is not allowed` });
    }
    const apikey = url.searchParams.get('apikey') ?? String(request.headers.apikey ?? '');
    const role = identities.key(apikey, request.headers['user-agent']);
    const version = url.searchParams.get('vsn') === '2.0.0' ? 2 : 1;
    return { identity: identities.forRole(role), version };
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const url = new URL(request.url ?? '/', 'http://realtime');
    try {
      if (url.pathname !== '/realtime/v1/websocket') {
        throw new Refusal(404, { message: 'no Route matched with those values' });
      }
      const { identity, version } = admit(request, url);
      sockets.handleUpgrade(request, socket, head, (ws) => {
        const connection = new Connection(ws, version, identity, around);
        connections.add(connection);
        ws.on('close', () => connections.delete(connection));
      });
    } catch (error) {
      const { status, body } =
        error instanceof Refusal ? error : new Refusal(500, { message: 'The upgrade failed' });
      const text = JSON.stringify(body);
      socket.end(
        `HTTP/1.1 ${status} Refused\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
      );
    }
  }

  const sweep = setInterval(() => {
    for (const connection of connections) connection.sweep();
  }, limits.sweepMs);
  const prune = setInterval(() => {
    pool.query('select realtime.prune_messages()').catch(() => undefined);
  }, PRUNE_EVERY_MS);

  return {
    isReady: () => replication.ready,
    start: () => replication.start(),
    attach: (server: Server) => void server.on('upgrade', upgrade),
    broadcast: createBroadcastApi({
      hub,
      identities,
      authorize: around.authorize,
      maxPayloadBytes: limits.maxPayloadBytes,
    }),
    async stop(): Promise<void> {
      clearInterval(sweep);
      clearInterval(prune);
      for (const client of sockets.clients) client.close(1001, 'the server is going down');
      for (const client of sockets.clients) client.terminate();
      await replication.stop();
      await pool.end();
    },
  };
}
