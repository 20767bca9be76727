import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { organisationKey, type MyOrganisation } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';

export async function MyOrganisations({ organisations }: { organisations: MyOrganisation[] }) {
  const [t, locale] = await Promise.all([getTranslations('account'), getLocale()]);
  if (organisations.length === 0) {
    return (
      <EmptyState
        title={t('account.noOrganisationsTitle')}
        action={
          <LinkButton href={paths.newOrganisation(locale)} icon="plus">
            {t('account.found')}
          </LinkButton>
        }
      >
        {t('account.noOrganisationsText')}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {organisations.map((organisation) => (
        <li key={organisation.id}>
          <Link
            href={paths.organisation(locale, organisationKey(organisation, organisations))}
            className="flex min-h-16 items-center gap-3 rounded-md py-2.5 hover:text-leaf"
          >
            <Avatar name={organisation.name} />
            <span className="min-w-0 grow">
              <span className="block font-semibold" dir="auto">
                {organisation.name}
              </span>
              <span className="block text-sm text-muted">{t(`role.${organisation.role}`)}</span>
            </span>
            {organisation.status !== 'admitted' && (
              <Badge tone={organisation.status === 'pending' ? 'marigold' : 'brick'}>
                {t(`account.${organisation.status}`)}
              </Badge>
            )}
            <Icon name="chevron" className="text-muted cramped:hidden" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
