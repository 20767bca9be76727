import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { Avatar } from '@/components/ui/avatar';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { organisationKey, type MyOrganisation } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';
import { OrganisationBadge } from './status-badge';

/** Where the viewer belongs, with their part in it. */
export async function OrganisationList({ organisations }: { organisations: MyOrganisation[] }) {
  const [t, locale] = await Promise.all([getTranslations('organisations'), getLocale()]);
  if (organisations.length === 0) {
    return (
      <EmptyState
        picture={<Scene name="empty-organisation" />}
        title={t('list.emptyTitle')}
        action={
          <LinkButton href={paths.newOrganisation(locale)} icon="plus">
            {t('list.found')}
          </LinkButton>
        }
      >
        {t('list.emptyText')}
      </EmptyState>
    );
  }
  return (
    <ul className="grid grid-cols-1 gap-3">
      {organisations.map((organisation) => (
        <li
          key={organisation.id}
          className="edged relative flex pressable items-center gap-3.5 rounded-lg bg-surface p-4 shadow-card hover:shadow-raised"
        >
          <Avatar name={organisation.name} />
          <div className="min-w-0 grow">
            <h2 className="text-base leading-snug" dir="auto">
              <Link
                href={paths.organisation(locale, organisationKey(organisation, organisations))}
                className="after:absolute after:inset-0 after:rounded-lg"
              >
                {organisation.name}
              </Link>
            </h2>
            <p className="text-sm text-muted">
              {t(`role.${organisation.role}`)} · <bdi>{organisation.pool.name}</bdi>
            </p>
            {organisation.status !== 'admitted' && (
              <p className="mt-1.5">
                <OrganisationBadge status={organisation.status} />
              </p>
            )}
          </div>
          <Icon name="chevron" className="text-muted cramped:hidden" />
        </li>
      ))}
    </ul>
  );
}
