import { getLocale, getTranslations } from 'next-intl/server';
import { Segmented } from '@/components/ui/segmented';
import { paths } from '@/lib/platform/paths';

type QmNavProps = {
  pool: string;
  current: 'start' | 'organisations' | 'terms' | 'holidays' | 'barriers' | 'report';
};

export async function QmNav({ pool, current }: QmNavProps) {
  const [t, locale] = await Promise.all([getTranslations('pool.nav'), getLocale()]);
  const hrefs = {
    start: paths.qm(locale, pool),
    organisations: paths.qmOrganisations(locale, pool),
    terms: paths.qmTerms(locale, pool),
    holidays: paths.qmHolidays(locale, pool),
    barriers: paths.qmBarriers(locale, pool),
    report: paths.qmReport(locale, pool),
  };
  return (
    <div className="mb-5 max-w-xl print:hidden">
      <Segmented
        label={t('label')}
        current={hrefs[current]}
        segments={(
          ['start', 'organisations', 'terms', 'holidays', 'barriers', 'report'] as const
        ).map((key) => ({
          href: hrefs[key],
          label: t(key),
        }))}
      />
    </div>
  );
}
