import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { systemSchemaSql } from '../auth/system-schema';
import { folderOf } from '../folder';
import { dbUrl, serviceRoles, type Secrets } from '../secrets';

const folder = folderOf(import.meta.url);

/**
 * Makes of an empty PostgreSQL what a new hosted project has before the first migration. Every
 * statement can be repeated; it is, when this folder or @supabase/lite changed since the last start.
 */
export async function bootstrap(stateDir: string, port: number, secrets: Secrets): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
    .concat({ name: '15_system_schema', sql: systemSchemaSql() })
    .sort((a, b) => a.name.localeCompare(b.name));
  const hash = createHash('sha256')
    .update(JSON.stringify([files, secrets.passwords]))
    .digest('hex');
  const marker = join(stateDir, 'bootstrap.sha256');
  if (safeRead(marker) === hash) return;

  const admin = new pg.Client({ connectionString: dbUrl('supabase_admin', port, secrets) });
  await admin.connect();
  try {
    for (const { name, sql } of files) await run(admin, name, sql);
    await setPasswords(admin, secrets);
  } finally {
    await admin.end();
  }
  writeFileSync(marker, hash);
}

async function run(client: pg.Client, name: string, sql: string): Promise<void> {
  try {
    await client.query(`begin; ${sql}; commit`);
  } catch (error) {
    throw new Error(`Bootstrap file ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

async function setPasswords(client: pg.Client, secrets: Secrets): Promise<void> {
  const passwords = { ...secrets.passwords, postgres: 'postgres' };
  for (const role of [...serviceRoles, 'postgres'] as const) {
    const password = client.escapeLiteral(passwords[role]);
    await client.query(`alter role ${client.escapeIdentifier(role)} password ${password}`);
  }
}

function safeRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
