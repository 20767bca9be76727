import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderOf } from './folder';
import { portsFrom } from './ports';
import { startStack, type Stack } from './stack';
import { beginOf, isAlive } from './processes';
import { client, signIn, sql, startTestStack, temporaryFolder, until } from './testing/test-stack';

let stack: Stack;
let end: () => Promise<void>;
const notes = () => client(stack).from('notes').select();

beforeAll(async () => {
  ({ stack, end } = await startTestStack(26040));
  await sql(
    stack.dbUrl,
    `create table public.notes (id int primary key);
     grant select on public.notes to anon;
     notify pgrst, 'reload schema'`,
  );
}, 60_000);
afterAll(() => end());

describe('when a part dies', () => {
  it('PostgreSQL comes back, and with it the data API, auth and Realtime', async () => {
    const visitor = client(stack).channel('any');
    await until('the table is served', async () => (await notes()).data);
    process.kill(stack.pids.postgres ?? 0, 'SIGKILL');
    const down = await until('a request fails', async () => (await notes()).error);
    expect(down).toBeTruthy();
    await until('the table is served again', async () => (await notes()).data, 30_000);
    await until('all is well', async () => (await fetch(`${stack.apiUrl}/health`)).ok, 30_000);
    expect(await signIn(stack, 'after@restart.example')).toBeTruthy();
    await visitor.unsubscribe();
  });

  it('PostgREST comes back, and meanwhile the answer says to try again', async () => {
    const before = stack.pids.postgrest ?? 0;
    process.kill(before, 'SIGKILL');
    const refused = await until('a request is refused', async () => {
      const response = await fetch(`${stack.apiUrl}/rest/v1/notes`, {
        headers: { apikey: stack.publishableKey },
      });
      return response.status === 503 && response;
    });
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ code: 'unavailable' });
    await until('it is served again', async () => (await notes()).data, 30_000);
    expect(stack.pids.postgrest).not.toBe(before);
  });
});

describe('role postgres', () => {
  const asPostgres = (text: string) => sql(stack.dbUrl, text);

  it('is no superuser and may do what migrations need', async () => {
    const [role] = await sql<Record<string, boolean>>(
      stack.dbUrl,
      `select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication
       from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolcreatedb: true,
      rolcreaterole: true,
      rolbypassrls: true,
      rolreplication: true,
    });
    await asPostgres(
      `create extension btree_gist with schema extensions;
       create extension pg_trgm with schema extensions;
       create extension unaccent with schema extensions;
       create extension if not exists pgcrypto with schema extensions;
       create table public.profiles (id uuid primary key references auth.users (id) on delete cascade);
       create function public.tg_person() returns trigger language plpgsql security definer
         set search_path = '' as 'begin insert into public.profiles values (new.id); return new; end';
       create trigger t10_person after insert on auth.users
         for each row execute function public.tg_person();
       create policy select_nothing on storage.objects for select to anon using (false);
       create policy select_nothing on realtime.messages for select to anon using (false);
       insert into storage.buckets (id, name) values ('a', 'a')`,
    );
    await signIn(stack, 'profile@trigger.example');
    const rows = await asPostgres('select from public.profiles');
    expect(rows).toHaveLength(1);
  });

  it.each([
    'create table auth.mine (id int)',
    'create function realtime.mine() returns int language sql as $$ select 1 $$',
    'alter table storage.objects add column mine int',
    'drop table realtime.messages',
    'alter table realtime.messages disable row level security',
    'create extension file_fdw',
  ])('is refused what the hosted platform refuses: %s', async (text) => {
    await expect(asPostgres(text)).rejects.toMatchObject({ code: '42501' });
  });

  it('grants nothing on a new table to the API roles', async () => {
    await asPostgres('create table public.bare (id int)');
    const [grants] = await sql<{ any: boolean }>(
      stack.dbUrl,
      `select bool_or(has_table_privilege(r, 'public.bare', 'select, insert, update, delete')) as any
       from unnest('{anon,authenticated,service_role}'::text[]) r`,
    );
    expect(grants).toEqual({ any: false });
  });

  it('finds letters beyond ASCII with trigrams and text search', async () => {
    const [found] = await sql<Record<string, unknown>>(
      stack.dbUrl,
      `select extensions.show_trgm('Öß') <> '{}' as umlaut, extensions.show_trgm('мир') <> '{}' as cyrillic,
              extensions.show_trgm('سلام') <> '{}' as arabic, lower('ÄÖÜ') as lower,
              to_tsvector('german', 'Bänke') = to_tsvector('german', 'Bank') as stems`,
    );
    expect(found).toMatchObject({ umlaut: true, cyrillic: true, arabic: true, lower: 'äöü' });
  });
});

describe('the mail catcher', () => {
  it('shows what any program sends, and forgets it when told to', async () => {
    const { hostname: host, port } = new URL(stack.smtpUrl);
    await createTransport({ host, port: Number(port), ignoreTLS: true }).sendMail({
      from: 'Büro <office@house.example>',
      to: 'Änne <aenne@house.example>',
      bcc: 'quiet@house.example',
      subject: 'Grüße',
      text: 'Schöne Grüße',
      html: '<p>Schöne <b>Grüße</b></p>',
    });
    const query = encodeURIComponent('to:"aenne@house.example"');
    const list = await fetch(`${stack.inboxUrl}/api/v1/search?query=${query}`);
    const { messages } = (await list.json()) as { messages: { ID: string }[] };
    expect(messages).toMatchObject([
      {
        From: { Name: 'Büro', Address: 'office@house.example' },
        To: [{ Name: 'Änne', Address: 'aenne@house.example' }],
        Bcc: [{ Address: 'quiet@house.example' }],
        Subject: 'Grüße',
        Snippet: 'Schöne Grüße',
      },
    ]);
    const one = await fetch(`${stack.inboxUrl}/api/v1/message/${messages[0]?.ID}`);
    expect(await one.json()).toMatchObject({
      Text: 'Schöne Grüße',
      HTML: expect.stringContaining('<b>Grüße</b>') as unknown,
    });
    await fetch(`${stack.inboxUrl}/api/v1/messages`, { method: 'DELETE' });
    const empty = await fetch(`${stack.inboxUrl}/api/v1/messages`);
    expect(await empty.json()).toMatchObject({ total: 0, messages: [] });
  });

  it('does not talk to pages of other sites', async () => {
    const response = await fetch(`${stack.inboxUrl}/api/v1/messages`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(403);
  });
});

describe('starting', () => {
  const log: string[] = [];
  const again = (stateDir: string, base: number) =>
    startStack({
      stateDir,
      ports: portsFrom(base),
      migrate: false,
      durable: false,
      log: (line) => log.push(line),
    });

  it('a second time keeps the data and the keys', async () => {
    const first = await startTestStack(26050);
    const { stateDir } = first;
    await sql(first.stack.dbUrl, 'create table public.kept as select 42 as answer');
    await first.stack.stop();
    const second = await again(stateDir, 26050);
    expect(second.secretKey).toBe(first.stack.secretKey);
    expect(await sql(second.dbUrl, 'select answer from public.kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    await first.end();
  });

  it('is refused in a folder where another one runs, with a sentence', async () => {
    const stateDir = temporaryFolder();
    const other = execFile(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(
      join(stateDir, 'stack.lock'),
      JSON.stringify({ pid: other.pid, begin: beginOf(other.pid ?? 0), children: {} }),
    );
    await expect(again(stateDir, 26060)).rejects.toThrow(/already running \(process \d+\)/);
    other.kill();
    rmSync(stateDir, { recursive: true });
  });

  it('takes over from a predecessor that was killed, and ends what it left running', async () => {
    const stateDir = temporaryFolder();
    const predecessor = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        join(folderOf(import.meta.url), 'testing', 'run-stack.ts'),
        stateDir,
        '26070',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = (await once(predecessor.stdout, 'data')) as [Buffer];
    const orphans = Object.values(
      JSON.parse(line.toString('utf8')) as Record<string, number>,
    ).filter((pid) => pid !== predecessor.pid);
    predecessor.kill('SIGKILL');
    await once(predecessor, 'close');
    expect(orphans.map(isAlive)).toEqual([true, true]);
    const second = await again(stateDir, 26070);
    expect(orphans.map(isAlive)).toEqual([false, false]);
    expect(log.join('\n')).toContain('left over from a start that was killed');
    await second.stop();
    rmSync(stateDir, { recursive: true });
  });

  it('names the port that is taken', async () => {
    const busy = createServer().listen(26081, '127.0.0.1');
    await until('the port is taken', () => busy.listening);
    const stateDir = temporaryFolder();
    await expect(again(stateDir, 26080)).rejects.toThrow(/Port 26081 \(for PostgreSQL\) is taken/);
    rmSync(stateDir, { recursive: true });
    busy.close();
  });
});

it('two stacks run side by side', async () => {
  const other = await startTestStack(26090);
  expect(other.stack.publishableKey).not.toBe(stack.publishableKey);
  expect(await signIn(other.stack, 'twin@two.example')).toBeTruthy();
  await other.end();
  expect((await notes()).error).toBeNull();
});

it('stopping ends every process and frees the ports', async () => {
  const short = await startTestStack(26100);
  const pids = [short.stack.pids.postgres ?? 0, short.stack.pids.postgrest ?? 0];
  expect(pids.map(isAlive)).toEqual([true, true]);
  await short.end();
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(existsSync(short.stateDir)).toBe(false);
  const free = createServer().listen(26100, '127.0.0.1');
  await until('the port is free', () => free.listening);
  free.close();
});
