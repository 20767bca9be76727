import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** What the bridge to `@supabase/lite` needs to do in its tables; runs as supabase_auth_admin. */
export class People {
  constructor(private readonly pool: pg.Pool) {}

  /**
   * Makes a person before lite would, because lite drops the metadata that came with the request and
   * marks the address as confirmed before any code was entered. Does nothing for a known address.
   */
  async ensure(email: string, metadata: Record<string, unknown>): Promise<void> {
    const id = randomUUID();
    const identity = { sub: id, email, email_verified: false, phone_verified: false };
    await this.pool.query(
      `with made as (
         insert into auth.users (id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data)
         values ($1, 'authenticated', 'authenticated', $2, '',
                 '{"provider": "email", "providers": ["email"]}', $3)
         on conflict do nothing
         returning id
       )
       insert into auth.identities (id, provider, provider_id, user_id, identity_data)
       select gen_random_uuid(), 'email', id::text, id, $4 from made`,
      [id, email, { ...metadata, ...identity }, identity],
    );
  }

  async isKnown(email: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('select from auth.users where email = $1', [email]);
    return rowCount === 1;
  }

  async localeOf(userId: string): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ locale: string | null }>(
      `select raw_user_meta_data ->> 'locale' as locale from auth.users where id = $1`,
      [userId],
    );
    return rows[0]?.locale ?? undefined;
  }

  /** A code that somebody is guessing at is worth nothing any more. */
  async burnCode(email: string): Promise<void> {
    await this.pool.query(
      'update auth.users set recovery_token = null, confirmation_token = null where email = $1',
      [email],
    );
  }
}
