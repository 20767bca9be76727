import { getTranslations } from 'next-intl/server';
import type { CsvCell } from '@/lib/platform/csv';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';
import { ok, type Result } from '@/lib/platform/result';
import type { ReportPeriod, ReportTable } from '@/lib/pool/model';
import {
  readKinds,
  readMonths,
  readOrganisations,
  readResources,
  readTotals,
} from '@/lib/pool/queries/report';

type Wanted = { pool: string; period: ReportPeriod; locale: Locale; zone: string };
type Table = { header: string[]; rows: CsvCell[][] };
type Reader = (wanted: Wanted) => Promise<Result<Table>>;

/** The tables of the report as cells: every column the page has, and numbers as numbers. */
export function tableOf(table: ReportTable, wanted: Wanted): Promise<Result<Table>> {
  return READERS[table](wanted);
}

const READERS: Record<ReportTable, Reader> = {
  totals: async ({ pool, period, locale }) => {
    const [read, t, words] = await Promise.all([
      readTotals(pool, period),
      getTranslations({ locale, namespace: 'pool.report.columns' }),
      getTranslations({ locale, namespace: 'pool.report.totals' }),
    ]);
    if (!read.ok) return read;
    const { medianAnswerMinutes, answeredWithinADay, ...counts } = read.value;
    return ok({
      header: [t('measure'), t('value')],
      rows: [
        [words('requests'), counts.requests],
        [words('approved'), counts.approved],
        [words('declined'), counts.declined],
        [words('expired'), counts.expired],
        [words('cancelled'), counts.cancelled],
        [words('open'), counts.open],
        [words('lending'), counts.lending],
        [words('borrowing'), counts.borrowing],
        [words('resourcesUsed'), counts.resourcesUsed],
        [t('answerMinutes'), medianAnswerMinutes],
        [words('answeredWithinADay'), answeredWithinADay],
      ],
    });
  },

  months: async ({ pool, period, locale }) => {
    const [read, t] = await Promise.all([readMonths(pool, period), columns(locale)]);
    if (!read.ok) return read;
    return ok({
      header: [t('month'), t('requests'), t('approved'), t('refused')],
      rows: read.value.map((row) => [
        formatDay(row.month, locale, 'month'),
        row.requests,
        row.approved,
        row.refused,
      ]),
    });
  },

  kinds: async ({ pool, period, locale }) => {
    const [read, t, kind] = await Promise.all([
      readKinds(pool, period),
      columns(locale),
      getTranslations({ locale, namespace: 'common.kind' }),
    ]);
    if (!read.ok) return read;
    return ok({
      header: [t('kind'), t('requests'), t('approved'), t('refused'), t('hours')],
      rows: read.value.map((row) => [
        kind(row.kind),
        row.requests,
        row.approved,
        row.refused,
        row.hours,
      ]),
    });
  },

  organisations: async ({ pool, period, locale }) => {
    const [read, t, kind] = await Promise.all([
      readOrganisations(pool, period),
      columns(locale),
      getTranslations({ locale, namespace: 'organisations.kind' }),
    ]);
    if (!read.ok) return read;
    return ok({
      header: [
        t('organisation'),
        t('organisationKind'),
        t('lent'),
        t('borrowed'),
        t('asked'),
        t('refusedAsOwner'),
        t('answerMinutes'),
      ],
      rows: read.value.map((row) => [
        row.name,
        kind(row.kind),
        row.lent,
        row.borrowed,
        row.asked,
        row.refused,
        row.medianAnswerMinutes,
      ]),
    });
  },

  resources: async ({ pool, period, locale, zone }) => {
    const [read, t, kind] = await Promise.all([
      readResources(pool, period),
      columns(locale),
      getTranslations({ locale, namespace: 'common.kind' }),
    ]);
    if (!read.ok) return read;
    return ok({
      header: [
        t('thing'),
        t('kind'),
        t('owner'),
        t('quantity'),
        t('approved'),
        t('refused'),
        t('hours'),
        t('utilisation'),
        t('lastUsed'),
      ],
      rows: read.value.map((row) => [
        row.title,
        kind(row.kind),
        row.owner,
        row.quantity,
        row.approved,
        row.refused,
        row.hours,
        row.utilisation,
        row.lastUsed ? formatDay(dayOf(row.lastUsed, zone), locale, 'plain') : null,
      ]),
    });
  },
};

function columns(locale: Locale) {
  return getTranslations({ locale, namespace: 'pool.report.columns' });
}
