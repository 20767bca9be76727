import 'server-only';
import { headers } from 'next/headers';
import { env } from './env';

/** The address under which people reach us, for links that leave the page: mails, invitations. */
export async function siteUrl(path: string): Promise<string> {
  const { SITE_URL } = env();
  if (SITE_URL) return new URL(path, SITE_URL).href;
  const asked = await headers();
  const host = asked.get('host') ?? 'localhost:3000';
  const protocol = asked.get('x-forwarded-proto')?.split(',')[0] ?? 'http';
  return new URL(path, `${protocol}://${host}`).href;
}
