import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { MEMBER_ROLES, STAFF_ROLES } from '../organisations/model';
import { anonymousDb } from '../platform/db/anonymous';
import { env } from '../platform/env';
import { log } from '../platform/log';
import type { DemoPerson, PendingSignIn } from './model';

/** Keeps the address between the two steps of signing in: out of addresses, logs and histories. */
export const PENDING_COOKIE = 'allmende-sign-in';

const pendingSchema = z.object({ email: z.email(), at: z.number() });

export async function findPendingSignIn(): Promise<PendingSignIn | null> {
  const packed = (await cookies()).get(PENDING_COOKIE)?.value;
  if (!packed) return null;
  try {
    const text = Buffer.from(packed, 'base64url').toString();
    const { email, at } = pendingSchema.parse(JSON.parse(text));
    return { email, sentAt: new Date(at) };
  } catch {
    // A cookie is the visitor's to spoil.
    return null;
  }
}

const peopleSchema = z.array(
  z.object({
    email: z.email(),
    name: z.string(),
    role: z.enum([...MEMBER_ROLES, ...STAFF_ROLES]),
    organisation: z.string().nullish(),
  }),
);

/** The people of the demo, in the demo only. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  if (!env().DEMO_INBOX_URL) return [];
  try {
    const file = join(process.cwd(), 'supabase', 'seed', 'people.json');
    const people = peopleSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const names = await organisationNames(people.map(({ organisation }) => organisation ?? ''));
    return people.map(({ organisation, ...person }) => ({
      ...person,
      organisation: names.get(organisation ?? '') ?? '',
    }));
  } catch (error) {
    log.warn('the demo people could not be read', error);
    return [];
  }
}

async function organisationNames(slugs: string[]): Promise<Map<string, string>> {
  const db = anonymousDb();
  const wanted = [...new Set(slugs)];
  // The neighbourhood office belongs to a pool, everybody else to an organisation.
  const [organisations, pools] = await Promise.all([
    db.from('organisations').select('slug, name').in('slug', wanted),
    db.from('pools').select('slug, name').in('slug', wanted),
  ]);
  const rows = [...(pools.data ?? []), ...(organisations.data ?? [])];
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
