import { getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import { MailWay, PhoneWay, PlaceWay, WebWay } from '@/components/ui/ways';
import type { PublicOrganisation } from '@/lib/listings/model';

type OrganisationContactProps = {
  organisation: Pick<PublicOrganisation, 'email' | 'phone' | 'website' | 'address'>;
};

export async function OrganisationContact({ organisation }: OrganisationContactProps) {
  const t = await getTranslations('listings.organisation');
  const { email, phone, website, address } = organisation;
  if (!(email || phone || website || address)) return null;
  return (
    <section aria-label={t('contact')} className="mt-4 max-w-prose">
      <DefinitionList
        entries={[
          { term: t('address'), icon: 'pin', value: address && <PlaceWay place={address} /> },
          { term: t('phone'), icon: 'phone', value: phone && <PhoneWay phone={phone} /> },
          { term: t('email'), icon: 'mail', value: email && <MailWay email={email} /> },
          { term: t('website'), icon: 'globe', value: website && <WebWay address={website} /> },
        ]}
      />
    </section>
  );
}
