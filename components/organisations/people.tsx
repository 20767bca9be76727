import { getTranslations } from 'next-intl/server';
import { Sheet } from '@/components/ui/sheet.client';
import { Icon } from '@/components/ui/icon';
import type { Member, OpenInvitation, OrganisationProfile } from '@/lib/organisations/model';
import { InvitationList } from './invitation-list';
import { InviteForm } from './invite-form';
import { LeaveSheet } from './leave-sheet';
import { MemberList } from './member-list';

type PeopleProps = {
  organisation: OrganisationProfile;
  members: Member[];
  invitations: OpenInvitation[];
  canManage: boolean;
};

export async function People({ organisation, members, invitations, canManage }: PeopleProps) {
  const [t, common] = await Promise.all([
    getTranslations('organisations'),
    getTranslations('common.action'),
  ]);
  return (
    <div className="space-y-6">
      <div>
        <h2 className="sr-only">{t('members.title')}</h2>
        <MemberList organisationId={organisation.id} members={members} canManage={canManage} />
      </div>
      {canManage && organisation.status !== 'suspended' && (
        <Sheet
          trigger={
            <>
              <Icon name="plus" />
              {t('invite.open')}
            </>
          }
          look={{ variant: 'primary', wide: true }}
          title={t('invite.title')}
          closeLabel={common('close')}
        >
          <InviteForm organisation={organisation} />
        </Sheet>
      )}
      {canManage && <InvitationList invitations={invitations} zone={organisation.pool.zone} />}
      <div className="border-t border-line pt-3">
        <LeaveSheet organisation={organisation} />
      </div>
    </div>
  );
}
