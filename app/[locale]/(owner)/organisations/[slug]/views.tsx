import { getLocale, getTranslations } from 'next-intl/server';
import { People } from '@/components/organisations/people';
import { ProfileView } from '@/components/organisations/profile-view';
import { ThingList } from '@/components/organisations/thing-list';
import { BorrowerGroups } from '@/components/prices/borrower-groups';
import { ActionBar } from '@/components/ui/action-bar';
import { LinkButton } from '@/components/ui/button';
import { listOwnThings } from '@/lib/listings/queries/owner';
import {
  canApprove,
  type MyOrganisation,
  type OrganisationProfile,
} from '@/lib/organisations/model';
import { listMembers, listOpenInvitations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { listBorrowers } from '@/lib/prices/queries/prices';

type ViewProps = { organisation: MyOrganisation; profile: OrganisationProfile };

export async function ThingsView({ organisation }: ViewProps) {
  const [things, viewer, t, timeline, locale] = await Promise.all([
    listOwnThings(organisation.id),
    requireViewer(),
    getTranslations('organisations.things'),
    getTranslations('timeline'),
    getLocale(),
  ]);
  return (
    <>
      {things.length > 0 && (
        <div className="flex flex-wrap gap-2.5">
          <LinkButton
            href={paths.timeline(locale, organisation.slug)}
            variant="quiet"
            size="small"
            icon="calendar"
          >
            {timeline('open')}
          </LinkButton>
          {canApprove(organisation.role) && <OwnerLinks organisation={organisation} />}
        </div>
      )}
      <ThingList
        things={things}
        poolSlug={organisation.pool.slug}
        canEdit={({ createdBy }) => canApprove(organisation.role) || createdBy === viewer.id}
      />
      {organisation.status !== 'suspended' && (
        <ActionBar>
          <LinkButton
            href={paths.newResource(locale, { organisation: organisation.id })}
            icon="plus"
          >
            {t('add')}
          </LinkButton>
        </ActionBar>
      )}
    </>
  );
}

/** What those who decide set for everything at once. */
async function OwnerLinks({ organisation }: Pick<ViewProps, 'organisation'>) {
  const [terms, approvals, locale] = await Promise.all([
    getTranslations('terms.edit'),
    getTranslations('approvals'),
    getLocale(),
  ]);
  const look = { variant: 'quiet', size: 'small' } as const;
  return (
    <>
      <LinkButton {...look} href={paths.organisationTerms(locale, organisation.id)} icon="list">
        {terms('openAll')}
      </LinkButton>
      <LinkButton {...look} href={paths.standing(locale, organisation.id)} icon="approve">
        {approvals('standing.open')}
      </LinkButton>
      <LinkButton {...look} href={paths.confirmations(locale, organisation.id)} icon="check">
        {approvals('confirm.open')}
      </LinkButton>
    </>
  );
}

export async function MembersView({ organisation, profile }: ViewProps) {
  const canManage = organisation.role === 'admin';
  const [members, invitations] = await Promise.all([
    listMembers(organisation.id),
    canManage ? listOpenInvitations(organisation.id) : [],
  ]);
  return (
    <People
      organisation={profile}
      members={members}
      invitations={invitations}
      canManage={canManage}
    />
  );
}

export async function PricesView({ organisation }: ViewProps) {
  const canDecide = canApprove(organisation.role);
  const [borrowers, t, locale] = await Promise.all([
    listBorrowers(organisation.id, organisation.pool.id),
    getTranslations('prices.edit'),
    getLocale(),
  ]);
  return (
    <>
      {canDecide && (
        <LinkButton
          href={paths.organisationPrices(locale, organisation.id)}
          variant="quiet"
          icon="edit"
        >
          {t('openAll')}
        </LinkButton>
      )}
      <BorrowerGroups ownerId={organisation.id} borrowers={borrowers} canDecide={canDecide} />
    </>
  );
}

export function ProfileTab({ organisation, profile }: ViewProps) {
  return <ProfileView profile={profile} canEdit={organisation.role === 'admin'} />;
}
