import 'server-only';
import { env } from './env';

/** Photos are public to read; the path comes from resource_photos. */
export function photoUrl(path: string): string {
  return `${env().NEXT_PUBLIC_SUPABASE_URL}/storage/v1/object/public/photos/${path}`;
}
