import { env } from '@/lib/platform/env';

/** Says at boot, not at the first visitor, what is missing. */
export function register(): void {
  env();
}
