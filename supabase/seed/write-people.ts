import type pg from 'pg';
import { insertRows } from './insert';
import type { Person } from './people';

/**
 * People as the auth service itself would have made them by their first e-mail code. Tokens are
 * empty texts, not null: the hosted auth service cannot read a null there.
 */
export async function writePeople(
  client: pg.Client,
  people: Person[],
  joined: (person: Person) => string,
): Promise<void> {
  await insertRows(
    client,
    'auth.users',
    people.map((person) => {
      const at = joined(person);
      return {
        id: person.id,
        instance_id: '00000000-0000-0000-0000-000000000000',
        aud: 'authenticated',
        role: 'authenticated',
        email: person.email,
        encrypted_password: '',
        email_confirmed_at: at,
        confirmation_token: '',
        recovery_token: '',
        email_change: '',
        email_change_token_new: '',
        email_change_token_current: '',
        reauthentication_token: '',
        raw_app_meta_data: { provider: 'email', providers: ['email'] },
        raw_user_meta_data: {
          sub: person.id,
          email: person.email,
          email_verified: true,
          phone_verified: false,
          name: person.name,
          locale: person.locale,
        },
        created_at: at,
        updated_at: at,
        is_sso_user: false,
        is_anonymous: false,
      };
    }),
  );
  await insertRows(
    client,
    'auth.identities',
    people.map((person) => ({
      id: person.id,
      provider: 'email',
      provider_id: person.id,
      user_id: person.id,
      identity_data: {
        sub: person.id,
        email: person.email,
        email_verified: true,
        phone_verified: false,
      },
      created_at: joined(person),
      updated_at: joined(person),
    })),
  );
  // the trigger made the profiles with the hour of this seed
  await client.query(
    `update public.profiles p set created_at = u.created_at from auth.users u
     where u.id = p.id and p.id = any ($1::uuid[])`,
    [people.map((person) => person.id)],
  );
}
