import { attachment } from '@/lib/platform/attachment';
import { getTranslations } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { findStaffedPool, listPools } from '@/lib/organisations/queries';
import { getViewer } from '@/lib/platform/auth/viewer';
import { toCsv } from '@/lib/platform/csv';
import { toLocale } from '@/lib/platform/i18n/locales';
import { ownPeriod, REPORT_TABLES } from '@/lib/pool/model';
import { tableOf } from './tables';

/**
 * One table of the report as a file for a spreadsheet: `?pool=&table=&from=&to=&locale=`, both days
 * included. What the database tells the person who asks, nothing else.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams;
  const slug = query.get('pool') ?? '';
  const locale = toLocale(query.get('locale'));
  const period = ownPeriod(query.get('from'), query.get('to'));
  const table = REPORT_TABLES.find((name) => name === query.get('table'));

  if (!(await getViewer())) return refusal(401, 'LOGIN');
  const pool = await findStaffedPool(slug);
  if (!pool) {
    const exists = (await listPools()).some((known) => known.slug === slug);
    return exists ? refusal(403, 'DNIED') : refusal(404, 'NTFND');
  }
  if (!table) return refusal(404, 'NTFND');
  if (!period) return refusal(400, 'INPUT');

  const read = await tableOf(table, { pool: slug, period, locale, zone: pool.zone });
  if (!read.ok) return refusal(read.error.code === 'DNIED' ? 403 : 503, read.error.code);
  const t = await getTranslations({ locale, namespace: 'pool.report.files' });
  const name = `${slug}-${t(table)}-${period.from}-${period.to}.csv`;
  return new Response(toCsv(read.value.header, read.value.rows, locale), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(name),
      'cache-control': 'private, no-store',
    },
  });
}

function refusal(status: number, code: string): Response {
  return Response.json({ code }, { status, headers: { 'cache-control': 'no-store' } });
}
