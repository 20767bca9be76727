import { getLocale, getTranslations } from 'next-intl/server';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { Name } from '@/components/ui/name';
import { organisationKey, type MyOrganisation } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';

type OrganisationFilterProps = { organisations: MyOrganisation[]; chosen: MyOrganisation | null };

/** Only who acts for several organisations has something to choose. */
export async function OrganisationFilter({ organisations, chosen }: OrganisationFilterProps) {
  if (organisations.length < 2) return null;
  const [t, locale] = await Promise.all([getTranslations('bookings.list'), getLocale()]);
  return (
    <ChipRow label={t('filter')}>
      <ChipLink href={paths.bookings(locale)} active={!chosen}>
        {t('all')}
      </ChipLink>
      {organisations.map((organisation) => (
        <ChipLink
          key={organisation.id}
          href={paths.bookings(locale, {
            organisation: organisationKey(organisation, organisations),
          })}
          active={organisation.id === chosen?.id}
        >
          <Name>{organisation.name}</Name>
        </ChipLink>
      ))}
    </ChipRow>
  );
}
