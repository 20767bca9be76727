import 'server-only';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { IDLE, type ActionState, type FieldValues } from './forms';

/**
 * What somebody typed before their session turned out to be over, kept in their own browser for half
 * an hour while they sign in again.
 *
 * why a cookie: it also works without JavaScript, and nothing of it rests on our side.
 */
const NAME = 'allmende-draft';
const MAX_AGE = 1_800;
// why: browsers refuse cookies above 4096 bytes, and Node's whole header block is 16 kB.
const PART = 3_600;
const MAX_PARTS = 2;

const schema = z.object({
  form: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

export async function keepDraft(form: string, values: FieldValues): Promise<void> {
  const packed = deflateRawSync(JSON.stringify({ form, values })).toString('base64url');
  await dropDraft();
  if (packed.length > PART * MAX_PARTS) return;
  const jar = await cookies();
  for (let part = 0; part * PART < packed.length; part++) {
    jar.set(`${NAME}.${String(part)}`, packed.slice(part * PART, (part + 1) * PART), {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: MAX_AGE,
    });
  }
}

/** The state a form starts with: empty, or with the words kept for exactly this form. */
export async function draftState(form: string): Promise<ActionState<never>> {
  const values = await readDraft(form);
  return values ? { ...IDLE, values } : IDLE;
}

export async function dropDraft(): Promise<void> {
  const jar = await cookies();
  for (const { name } of jar.getAll()) if (name.startsWith(`${NAME}.`)) jar.delete(name);
}

async function readDraft(form: string): Promise<FieldValues | null> {
  const jar = await cookies();
  let packed = '';
  for (let part = 0; part < MAX_PARTS; part++)
    packed += jar.get(`${NAME}.${String(part)}`)?.value ?? '';
  if (!packed) return null;
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 200_000 });
    const draft = schema.parse(JSON.parse(text.toString()));
    return draft.form === form ? draft.values : null;
  } catch {
    // A cookie is the visitor's to spoil.
    return null;
  }
}
