import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '../env';

/** Whether a request carries our own secret key. Takes the same time whatever was sent. */
export function hasSecretKey(headers: Headers): boolean {
  const [scheme = '', token = ''] = (headers.get('authorization') ?? '').split(' ');
  const isEqual = timingSafeEqual(digest(token), digest(env().SUPABASE_SECRET_KEY));
  return isEqual && scheme.toLowerCase() === 'bearer';
}

// why: timingSafeEqual wants equal lengths, and the length of the key is nobody's business.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
