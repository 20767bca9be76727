import { fillPublicHolidays } from '@/lib/holidays/commands/public';
import { runJobs } from '@/lib/inbox/commands/jobs';
import { hasSecretKey } from '@/lib/platform/auth/secret';
import { log } from '@/lib/platform/log';

/**
 * Called every minute by whoever hosts this: holds that ran out, mails and pushes, and once a day the public
 * holidays of the years to come. See docs/hosting.md.
 */
export async function POST(request: Request): Promise<Response> {
  if (!hasSecretKey(request.headers)) return answer({ error: 'unauthorised' }, 401);
  try {
    const report = await runJobs();
    return answer({ ...report, holidays: await fillPublicHolidays() }, 200);
  } catch (error) {
    log.error('the jobs failed', error);
    return answer({ error: 'failed' }, 503);
  }
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
