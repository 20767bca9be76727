import { getLocale, getTranslations } from 'next-intl/server';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { ORGANISATION_STATUSES, type OrganisationStatus } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';
import type { PoolOrganisation } from '@/lib/pool/model';

type StatusFilterProps = {
  pool: string;
  current: OrganisationStatus | null;
  organisations: PoolOrganisation[];
};

export async function StatusFilter({ pool, current, organisations }: StatusFilterProps) {
  const [t, words, locale] = await Promise.all([
    getTranslations('pool.organisations'),
    getTranslations('organisations.status'),
    getLocale(),
  ]);
  const base = paths.qmOrganisations(locale, pool);
  return (
    <ChipRow label={t('title')}>
      <ChipLink href={base} active={current === null}>
        {t('all')}
      </ChipLink>
      {ORGANISATION_STATUSES.map((status) => (
        <ChipLink key={status} href={`${base}?status=${status}`} active={current === status}>
          {words(status)} ({organisations.filter((one) => one.status === status).length})
        </ChipLink>
      ))}
    </ChipRow>
  );
}
