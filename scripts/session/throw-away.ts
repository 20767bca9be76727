import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portsFrom } from '../../supabase/local/ports';
import { startStack, type Stack } from '../../supabase/local/stack';

/** A migrated stack for one check, on ports of its own, gone afterwards whatever happened. */
export async function withThrowAwayStack<T>(
  base: number,
  work: (stack: Stack) => Promise<T>,
): Promise<T> {
  const stateDir = mkdtempSync(join(tmpdir(), 'allmende-check-'));
  chmodSync(stateDir, 0o755); // why: run by root, the database is another user and must get in
  try {
    const stack = await startStack({ stateDir, ports: portsFrom(base), durable: false });
    try {
      return await work(stack);
    } finally {
      await stack.stop();
    }
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** The database a check reads: the one it is given, else one that is made and thrown away. */
export function withDatabase<T>(base: number, work: (dbUrl: string) => Promise<T>): Promise<T> {
  const given = process.env.CHECK_DB_URL;
  return given ? work(given) : withThrowAwayStack(base, (stack) => work(stack.dbUrl));
}
