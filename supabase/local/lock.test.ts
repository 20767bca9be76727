import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { LOCK, takeLock } from './lock';

const TAKERS = 6;
const ROUNDS = 5;
const taker = join(import.meta.dirname, 'testing', 'lock-taker.ts');
const folders: string[] = [];
const children: ChildProcess[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'allmende-lock-'));
  folders.push(made);
  return made;
}

/** Many processes that are told to take it in the same moment; what each of them came to. */
async function race(stateDir: string): Promise<string[]> {
  const takers = Array.from({ length: TAKERS }, () =>
    fork(taker, [stateDir], { execArgv: ['--import', 'tsx'] }),
  );
  children.push(...takers);
  await Promise.all(takers.map((child) => once(child, 'message')));
  const said = takers.map(async (child) => {
    const [message] = (await once(child, 'message')) as [string];
    return message;
  });
  for (const child of takers) child.send('go');
  return Promise.all(said);
}

afterEach(async () => {
  const gone = children.splice(0).map(async (child) => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  await Promise.all(gone);
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

describe('of many that start at the same moment', () => {
  test.each(['nobody was there', 'the last one was killed'])(
    'one lives in a folder: %s',
    async (before) => {
      for (let round = 0; round < ROUNDS; round++) {
        const stateDir = folder();
        if (before !== 'nobody was there')
          writeFileSync(
            join(stateDir, LOCK),
            JSON.stringify({ pid: 2 ** 22 + 1, begin: 'long ago', children: {} }),
          );
        const said = await race(stateDir);
        expect(said.filter((message) => message === 'taken')).toHaveLength(1);
        expect(said.filter((message) => message.startsWith('It is already running'))).toHaveLength(
          TAKERS - 1,
        );
      }
    },
    60_000,
  );
});

test('a lock that is given back can be taken again', async () => {
  const stateDir = folder();
  const lock = await takeLock(stateDir, () => undefined);
  lock.note('PostgreSQL', process.pid);
  expect(lock.pids()).toEqual({ PostgreSQL: process.pid });
  lock.release();
  expect(existsSync(join(stateDir, LOCK))).toBe(false);
  expect(await race(stateDir)).toContain('taken');
});
