import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/platform/env';

export const dynamic = 'force-dynamic';

/** The service worker that scripts/after-build/service-worker.ts made after the build; none while developing. */
export async function GET(): Promise<Response> {
  const file = join(process.cwd(), env().NEXT_DIST_DIR, 'service-worker.js');
  const worker = await readFile(file, 'utf8').catch(() => null);
  if (worker === null) return new Response(null, { status: 404 });
  return new Response(worker, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': '/',
    },
  });
}
