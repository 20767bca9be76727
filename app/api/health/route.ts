import { isBackendUp } from '@/lib/platform/db/probe';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

/** For load balancers and the curious: which version runs, and whether its backend answers. */
export async function GET(): Promise<Response> {
  const backend = await isBackendUp();
  return Response.json(
    { status: backend ? 'ok' : 'unavailable', version, backend },
    { status: backend ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
