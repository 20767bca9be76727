import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { folderOf } from '../folder';
import { projectDir } from '../migrate';
import { dbUrl, serviceRoles, type Secrets } from '../secrets';

const folder = folderOf(import.meta.url);

/**
 * Makes of an empty PostgreSQL what a new hosted project has before the first migration. Every
 * statement can be repeated; it is, when this folder or @supabase/lite changed since the last start.
 */
export async function bootstrap(stateDir: string, port: number, secrets: Secrets): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
  const hash = createHash('sha256')
    .update(JSON.stringify([files, liteVersion(), secrets.passwords]))
    .digest('hex');
  const marker = join(stateDir, 'bootstrap.sha256');
  if (safeRead(marker) === hash) return;

  // why: loaded only now, because the package takes a second that most starts need not wait for
  const { systemSchemaSql } = await import('../auth/system-schema');
  files.push({ name: '15_system_schema', sql: systemSchemaSql() });
  files.sort((a, b) => a.name.localeCompare(b.name));
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

function liteVersion(): string {
  const manifest = join(projectDir, 'node_modules', '@supabase', 'lite', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
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
