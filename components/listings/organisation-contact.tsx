import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DefinitionList } from '@/components/ui/definition-list';
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
          { term: t('address'), icon: 'pin', value: address && <bdi>{address}</bdi> },
          {
            term: t('phone'),
            icon: 'phone',
            value: phone && link(`tel:${phone.replace(/[^\d+]/g, '')}`, phone),
          },
          { term: t('email'), icon: 'mail', value: email && link(`mailto:${email}`, email) },
          {
            term: t('website'),
            icon: 'globe',
            value: website && link(website, website.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')),
          },
        ]}
      />
    </section>
  );
}

function link(href: string, words: string): ReactNode {
  return (
    <a
      href={href}
      rel="noreferrer nofollow"
      className="font-medium text-leaf underline underline-offset-4"
    >
      <bdi>{words}</bdi>
    </a>
  );
}
