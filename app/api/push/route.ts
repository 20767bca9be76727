import { getViewer } from '@/lib/platform/auth/viewer';
import { PUSH_HEADER } from '@/lib/platform/pwa/notice';
import { log } from '@/lib/platform/log';
import { pushKey } from '@/lib/platform/push/config';
import type { Result } from '@/lib/platform/result';
import { subscribe, unsubscribe } from '@/lib/push/commands';
import { subscriptionSchema } from '@/lib/push/schema';

/**
 * Where a browser says that it wants to be told, and that it no longer does. Pages ask, and the service worker
 * when the browser changed its address. Another site can not: it does not get our header past the browser.
 */

/** What to subscribe with. */
export function GET(): Response {
  const key = pushKey();
  return key === null ? answer(404, { error: 'NTFND' }) : answer(200, { key });
}

export async function POST(request: Request): Promise<Response> {
  return forSomebody(request, async () => {
    const parsed = subscriptionSchema.safeParse(await request.json().catch(() => null));
    return parsed.success
      ? subscribe(parsed.data)
      : { ok: false, error: { code: 'INPUT', field: 'endpoint' } };
  });
}

export async function DELETE(request: Request): Promise<Response> {
  return forSomebody(request, () => unsubscribe());
}

async function forSomebody(request: Request, run: () => Promise<Result<null>>): Promise<Response> {
  if (!request.headers.has(PUSH_HEADER)) return answer(403, { error: 'DNIED' });
  try {
    if (!(await getViewer())) return answer(401, { error: 'LOGIN' });
    const result = await run();
    return result.ok ? answer(200, {}) : answer(422, { error: result.error.code });
  } catch (error) {
    log.error('a push subscription failed', error);
    return answer(503, { error: 'NETWK' });
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
