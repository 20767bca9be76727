import 'server-only';
import { z } from 'zod';

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

const schema = z.object({
  NEXT_PUBLIC_SUPABASE_URL: z.url(),
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  SUPABASE_SECRET_KEY: z.string().min(1),
  SITE_URL: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  SMTP_URL: optional,
  MAIL_FROM: optional,
  DEMO_INBOX_URL: optional,
  MAP_LINK: optional,
  /** A machine that proposes translations to owners; none by default. */
  TRANSLATE_URL: z.preprocess((v) => (v === '' ? undefined : v), z.url().optional()),
  TRANSLATE_API_KEY: optional,
  /** Sign what is pushed to phones; without them there is no push. */
  VAPID_PUBLIC_KEY: optional,
  VAPID_PRIVATE_KEY: optional,
  /** Whom a push service writes to when something is wrong: https or mailto. */
  VAPID_SUBJECT: optional,
  /** A push service on this machine, for tests; unset wherever people are. */
  PUSH_LOCAL_ORIGIN: optional,
  /** Where `next build` put the app. */
  NEXT_DIST_DIR: z.string().default('.next'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment, parsed at first use rather than at import, so that `next build` needs no backend.
 *
 * why the whole object is read: `process.env.NEXT_PUBLIC_X` would be frozen into the build, and one
 * build serves the demo, the tests and another backend alike.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const names = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(
      `The environment is incomplete: ${names}. Start the backend with "npm run supabase", which writes .env.local, or see docs/hosting.md.`,
    );
  }
  parsed = result.data;
  return parsed;
}
