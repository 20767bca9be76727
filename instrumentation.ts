import type { Instrumentation } from 'next';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';

/** Says at boot, not at the first visitor, what is missing. */
export function register(): void {
  env();
}

export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  log.error(`${request.method} ${context.routePath} failed`, error);
};
