import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CalendarForm } from '@/components/holidays/calendar-form';
import { HolidayList } from '@/components/holidays/holiday-list';
import { RemoveSheet } from '@/components/holidays/remove-sheet';
import { Page } from '@/components/layout/page';
import { QmNav } from '@/components/pool/qm-nav';
import { Refused } from '@/components/pool/refused';
import { PageHeader } from '@/components/ui/page-header';
import { listHolidays, readRegion } from '@/lib/holidays/queries';
import { findStaffedPool } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { addDays, dayOf } from '@/lib/platform/dates';

type Props = { params: Promise<{ pool: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holidays');
  return { title: t('title') };
}

export default async function QmHolidaysPage({ params }: Props) {
  await requireViewer();
  const { pool: slug } = await params;
  const pool = await findStaffedPool(slug);
  if (!pool) return <Refused />;
  const today = dayOf(now(), pool.zone);
  const [publicDays, school, region, t, locale] = await Promise.all([
    listHolidays(pool.id, today, 'public'),
    listHolidays(pool.id, today, 'school'),
    readRegion(pool.id),
    getTranslations('holidays'),
    getLocale(),
  ]);
  const year = addDays(today, 366);
  const canEdit = pool.role === 'manager';
  return (
    <Page className="max-w-2xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <QmNav pool={slug} current="holidays" />
      <section aria-labelledby="school">
        <h2 id="school" className="mb-2 text-lg">
          {t('school.title')}
        </h2>
        {school.length === 0 && <p className="text-muted">{t('school.none')}</p>}
        <HolidayList spans={school}>
          {(span) => canEdit && <RemoveSheet poolId={pool.id} span={span} />}
        </HolidayList>
        {canEdit && (
          <div className="mt-5">
            <CalendarForm poolId={pool.id} zone={pool.zone} />
          </div>
        )}
      </section>
      <section aria-labelledby="public" className="mt-9">
        <h2 id="public" className="text-lg">
          {t('public.title')}
        </h2>
        <p className="mb-2 text-sm text-muted">
          {region ? t('public.lead', { region: regionName(region, locale) }) : t('public.none')}
        </p>
        <HolidayList spans={publicDays.filter(({ from }) => from < year)} />
      </section>
    </Page>
  );
}

/** “Deutschland (NW)”: states have no names in the language of the page. */
function regionName(region: string, locale: string): string {
  const [country = '', ...parts] = region.split('-');
  const name = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
  return parts.length > 0 ? `${name} (${parts.join('-')})` : name;
}
