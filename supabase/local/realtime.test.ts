import { connect as connectTcp } from 'node:net';
import type { RealtimeChannel } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { Stack } from './stack';
import { client, type Client, signIn, sql, startTestStack, until } from './testing/test-stack';

let stack: Stack;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ stack, end } = await startTestStack(26020, {
    realtimeLimits: { deadAfterMs: 700, sweepMs: 50, maxBufferedBytes: 512 * 1024 },
  }));
  await sql(
    stack.dbUrl,
    `create table public.guests (email text primary key);
     grant select on public.guests to authenticated;
     create policy select_guests on realtime.messages for select to authenticated
       using (extension = 'broadcast' and (select realtime.topic()) like 'house:%'
         and exists (select from public.guests where email = (select auth.jwt() ->> 'email')));
     create policy insert_guests on realtime.messages for insert to authenticated
       with check (extension = 'broadcast' and (select realtime.topic()) = 'house:open');
     create policy select_notices on realtime.messages for select to anon
       using ((select realtime.topic()) = 'notices')`,
  );
}, 60_000);
afterAll(() => end());

type Joined = {
  channel: RealtimeChannel;
  statuses: string[];
  received: { event: string; payload: unknown }[];
  system: { status: string; message: string }[];
  error: Error | undefined;
};

/** Joins and waits for the first answer, whichever it is. */
async function join(
  supabase: Client,
  topic: string,
  config: Record<string, unknown> = { private: true },
): Promise<Joined> {
  const joined: Joined = {
    channel: supabase.channel(topic, { config }),
    statuses: [],
    received: [],
    system: [],
    error: undefined,
  };
  joined.channel
    .on('broadcast', { event: '*' }, ({ event, payload }) =>
      joined.received.push({ event, payload: payload as unknown }),
    )
    .on('system', {}, (payload: { status: string; message: string }) => {
      joined.system.push(payload);
    })
    .subscribe((status, error) => {
      joined.statuses.push(status);
      joined.error = error;
    });
  await until('the join is answered', () => joined.statuses.length > 0);
  return joined;
}

const invite = (email: string) =>
  sql(stack.dbUrl, 'insert into public.guests values ($1) on conflict do nothing', [email]);
const send = (topic: string, event: string, payload: unknown, isPrivate = true) =>
  sql(stack.dbUrl, 'select realtime.send($1::jsonb, $2, $3, $4)', [
    JSON.stringify(payload),
    event,
    topic,
    isPrivate,
  ]);

async function guest(email: string): Promise<Client> {
  await invite(email);
  const supabase = await signIn(stack, email);
  await supabase.realtime.setAuth();
  return supabase;
}

describe('a private channel', () => {
  it('lets in whom the policies let read, and brings what the database sends', async () => {
    const mira = await join(await guest('mira@house.example'), 'house:1');
    expect(mira.statuses).toEqual(['SUBSCRIBED']);
    await send('house:1', 'booking_approved', { booking: 7 });
    await send('house:2', 'booking_approved', { booking: 8 });
    await send('house:1', 'booking_cancelled', { booking: 9 });
    await until('both messages are there', () => mira.received.length === 2);
    expect(mira.received).toMatchObject([
      { event: 'booking_approved', payload: { booking: 7 } },
      { event: 'booking_cancelled', payload: { booking: 9 } },
    ]);
  });

  it('brings nothing of a transaction that was rolled back', async () => {
    const nora = await join(await guest('nora@house.example'), 'house:rollback');
    await sql(
      stack.dbUrl,
      `begin; select realtime.send('{"n":1}', 'lost', 'house:rollback', true); rollback`,
    );
    await send('house:rollback', 'kept', { n: 2 });
    await until('the kept message is there', () => nora.received.length > 0);
    expect(nora.received.map((message) => message.event)).toEqual(['kept']);
  });

  it('refuses whom the policies do not know', async () => {
    const stranger = await signIn(stack, 'stranger@house.example');
    await stranger.realtime.setAuth();
    const denied = await join(stranger, 'house:1');
    expect(denied.statuses[0]).toBe('CHANNEL_ERROR');
    expect(String(denied.error)).toContain('Unauthorized');
    await stranger.removeAllChannels();
  });

  it('takes a visitor without a session for anon', async () => {
    const visitor = client(stack);
    expect((await join(visitor, 'notices')).statuses).toEqual(['SUBSCRIBED']);
    expect((await join(visitor, 'house:1')).statuses[0]).toBe('CHANNEL_ERROR');
    await visitor.removeAllChannels();
  });

  it('says when broadcasts from the database will arrive', async () => {
    const ready = await join(await guest('ready@house.example'), 'house:ready', {
      private: true,
      broadcast: { replication_ready: true },
    });
    await until('the system message is there', () => ready.system.length > 0);
    expect(ready.system[0]).toMatchObject({
      status: 'ok',
      message: 'Replication connection established',
    });
  });

  it('carries broadcasts between members only where a policy lets them write', async () => {
    const [anna, ben] = [await guest('anna@house.example'), await guest('ben@house.example')];
    const listening = [await join(ben, 'house:open'), await join(ben, 'house:closed')];
    const open = await join(anna, 'house:open', { private: true, broadcast: { ack: true } });
    const closed = await join(anna, 'house:closed');
    await closed.channel.send({ type: 'broadcast', event: 'secret', payload: {} });
    const sent = await open.channel.send({ type: 'broadcast', event: 'hi', payload: { n: 1 } });
    expect(sent).toBe('ok');
    await until('Ben hears Anna', () => listening[0]?.received.length === 1);
    expect(listening[0]?.received).toMatchObject([{ event: 'hi', payload: { n: 1 } }]);
    expect(listening[1]?.received).toEqual([]);
    expect(open.received).toEqual([]);
  });

  it('is closed when a renewed token may no longer read', async () => {
    const supabase = await guest('removed@house.example');
    const removed = await join(supabase, 'house:1');
    await sql(stack.dbUrl, `delete from public.guests where email = 'removed@house.example'`);
    const { error } = await supabase.auth.refreshSession();
    expect(error).toBeNull();
    await supabase.realtime.setAuth();
    await until('the channel is closed', () => removed.statuses.includes('CLOSED'));
    expect(removed.system.map((message) => message.message)).toContain(
      'You no longer have permission to read from this Channel topic',
    );
  });

  it('joins again by itself after the database went away, and hears the next message', async () => {
    const rita = await join(await guest('rita@house.example'), 'house:restart');
    await sql(
      stack.adminDbUrl,
      `select pg_terminate_backend(active_pid) from pg_replication_slots where active`,
    );
    await until(
      'she joined again',
      () => rita.statuses.filter((s) => s === 'SUBSCRIBED').length > 1,
    );
    await send('house:restart', 'back', { n: 1 });
    await until('she hears it', () => rita.received.length === 1);
    expect(rita.received[0]?.event).toBe('back');
  });
});

describe('a public channel', () => {
  it('carries broadcasts between visitors, over both versions of the protocol', async () => {
    const newer = await join(client(stack), 'square', { broadcast: { self: true } });
    const older = new WebSocket(`${socketUrl()}?apikey=${stack.publishableKey}&vsn=1.0.0`);
    const frames: { topic: string; event: string; payload: Record<string, unknown> }[] = [];
    older.on('message', (data: Buffer) =>
      frames.push(JSON.parse(data.toString('utf8')) as (typeof frames)[number]),
    );
    await new Promise((resolve) => older.once('open', resolve));
    const join1 = {
      topic: 'realtime:square',
      event: 'phx_join',
      payload: {},
      ref: '1',
      join_ref: '1',
    };
    older.send(JSON.stringify(join1));
    await until('the old client joined', () => frames.some((f) => f.event === 'phx_reply'));
    await newer.channel.send({ type: 'broadcast', event: 'wave', payload: { hand: 'left' } });
    const wave = await until('the wave arrives', () => frames.find((f) => f.event === 'broadcast'));
    expect(wave.payload).toMatchObject({ event: 'wave', payload: { hand: 'left' } });
    await until('the sender hears itself', () => newer.received.length === 1);
    older.close();
  });

  it('does not hear what is sent to the private channel of the same name', async () => {
    const visitor = await join(client(stack), 'house:1', {});
    expect(visitor.statuses).toEqual(['SUBSCRIBED']);
    await send('house:1', 'private', {}, true);
    await send('house:1', 'public', {}, false);
    await until('the public message is there', () => visitor.received.length > 0);
    expect(visitor.received.map((message) => message.event)).toEqual(['public']);
  });

  it('takes broadcasts over HTTP too', async () => {
    const listener = await join(client(stack), 'over-http', {});
    const sender = client(stack).channel('over-http');
    await sender.httpSend('knock', { times: 3 });
    await until('the knock is heard', () => listener.received.length === 1);
    expect(listener.received[0]).toMatchObject({ event: 'knock', payload: { times: 3 } });
  });

  it('does not offer Postgres Changes', async () => {
    const supabase = client(stack);
    let failure: Error | undefined;
    supabase
      .channel('changes')
      .on('postgres_changes', { event: '*', schema: 'public' }, () => undefined)
      .subscribe((_status, error) => (failure = error));
    await until('the join is refused', () => failure);
    expect(String(failure)).toContain('PostgresChangesNotSupported');
    await supabase.removeAllChannels();
  });
});

const socketUrl = () => `${stack.apiUrl.replace('http', 'ws')}/realtime/v1/websocket`;

/** Opens a socket and tells how that ended: "open", or the status it was refused with. */
function knock(query: string, headers: Record<string, string> = {}): Promise<string> {
  const socket = new WebSocket(`${socketUrl()}?vsn=2.0.0${query}`, { headers });
  return new Promise((resolve) => {
    socket.once('open', () => resolve('open'));
    socket.once('unexpected-response', (_request, response) => {
      resolve(String(response.statusCode));
    });
    socket.once('error', (error) => resolve(error.message));
  }).then((result) => {
    socket.terminate();
    return String(result);
  });
}

describe('the door', () => {
  it('is open for pages of this machine and of the configured site', async () => {
    const key = `&apikey=${stack.publishableKey}`;
    expect(await knock(key, { origin: 'http://localhost:3000' })).toBe('open');
    expect(await knock(key, { origin: 'http://127.0.0.1:9999' })).toBe('open');
  });

  it('is shut for pages of other sites', async () => {
    const key = `&apikey=${stack.publishableKey}`;
    expect(await knock(key, { origin: 'https://elsewhere.example' })).toBe('403');
    expect(await knock(key, { origin: 'http://localhost.elsewhere.example' })).toBe('403');
  });

  it('is shut without a key, with a wrong one, and for a secret key from a browser', async () => {
    expect(await knock('')).toBe('401');
    expect(await knock('&apikey=sb_publishable_wrong')).toBe('401');
    const secret = `&apikey=${stack.secretKey}`;
    expect(await knock(secret, { 'user-agent': 'Mozilla/5.0' })).toBe('401');
  });

  it('is shut behind clients that say nothing any more', async () => {
    const socket = new WebSocket(`${socketUrl()}?vsn=2.0.0&apikey=${stack.publishableKey}`);
    const code = await new Promise((resolve) => socket.once('close', resolve));
    expect(code).toBe(1006);
  });

  it('is shut behind clients that do not speak the protocol', async () => {
    const socket = new WebSocket(`${socketUrl()}?vsn=2.0.0&apikey=${stack.publishableKey}`);
    socket.once('open', () => socket.send('hello?'));
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1003);
  });

  it('is shut behind clients that read too slowly, while the others go on', async () => {
    const attentive = await join(client(stack), 'flood', {});
    const socket = new WebSocket(`${socketUrl()}?vsn=2.0.0&apikey=${stack.publishableKey}`);
    await new Promise((resolve) => socket.once('open', resolve));
    const beat = setInterval(() => socket.send('[null,"9","phoenix","heartbeat",{}]'), 200);
    const answered = new Promise((resolve) => socket.once('message', resolve));
    socket.send('["1","1","realtime:flood","phx_join",{}]');
    await answered;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.pause();
    const text = 'x'.repeat(200_000);
    let sent = 0;
    while (socket.readyState !== WebSocket.CLOSED && sent < 400) {
      sent += 1;
      await fetch(`${stack.apiUrl}/realtime/v1/api/broadcast/flood/events/chunk`, {
        method: 'POST',
        headers: { apikey: stack.publishableKey, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      if (sent === 200) socket.resume(); // why: a paused socket does not notice that it was ended
    }
    expect(await closed).toBe(1006);
    clearInterval(beat);
    await until('the attentive one has everything', () => attentive.received.length === sent);
  });
});

it('the gateway does not mind a client that sends no HTTP at all', async () => {
  const port = Number(new URL(stack.apiUrl).port);
  const socket = connectTcp(port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
  await new Promise((resolve) => socket.once('close', resolve).resume());
  expect((await fetch(`${stack.apiUrl}/health`)).status).toBe(200);
});
