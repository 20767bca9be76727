import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { MailWay, PhoneWay, PlaceWay, WebWay } from '@/components/ui/ways';
import { DefinitionList } from '@/components/ui/definition-list';
import type { OrganisationProfile } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';

type ProfileViewProps = { profile: OrganisationProfile; canEdit: boolean };

export async function ProfileView({ profile, canEdit }: ProfileViewProps) {
  const [t, kind, locale] = await Promise.all([
    getTranslations('organisations.profile'),
    getTranslations('organisations.kind'),
    getLocale(),
  ]);
  const { about, email, phone, website, address } = profile;
  return (
    <div className="space-y-5">
      {about ? (
        <p dir="auto" className="max-w-prose whitespace-pre-line">
          {about}
        </p>
      ) : (
        <p className="text-muted">{t('empty')}</p>
      )}
      <DefinitionList
        entries={[
          { term: t('kind'), value: kind(profile.kind), icon: 'organisation' },
          { term: t('pool'), value: <bdi>{profile.pool.name}</bdi>, icon: 'qm' },
          { term: t('address'), value: address && <PlaceWay place={address} />, icon: 'pin' },
          {
            term: t('email'),
            value: email && <MailWay email={email} />,
            icon: 'mail',
          },
          {
            term: t('phone'),
            value: phone && <PhoneWay phone={phone} />,
            icon: 'phone',
          },
          {
            term: t('website'),
            value: website && <WebWay address={website} />,
            icon: 'link',
          },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {canEdit && (
          <LinkButton href={paths.editOrganisation(locale, profile.id)} icon="edit" variant="quiet">
            {t('edit')}
          </LinkButton>
        )}
        {profile.status === 'admitted' && (
          <LinkButton
            href={paths.publicOrganisation(locale, profile.pool.slug, profile.slug)}
            icon="external"
            variant="ghost"
          >
            {t('public')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
