import { getTranslations } from 'next-intl/server';
import { Avatar } from '@/components/ui/avatar';
import type { Member } from '@/lib/organisations/model';
import { MemberSheet } from './member-sheet';

type MemberListProps = { organisationId: string; members: Member[]; canManage: boolean };

export async function MemberList({ organisationId, members, canManage }: MemberListProps) {
  const t = await getTranslations('organisations');
  return (
    <ul className="divide-y divide-line">
      {members.map((member) => (
        <li key={member.personId} className="flex min-h-16 items-center gap-3 py-2.5">
          <Avatar name={member.name} />
          <div className="min-w-0 grow">
            <p className="font-semibold">
              <bdi>{member.name}</bdi>
              {member.isViewer && (
                <span className="font-normal text-muted"> ({t('members.you')})</span>
              )}
            </p>
            <p className="text-sm text-muted">{t(`role.${member.role}`)}</p>
          </div>
          {canManage && <MemberSheet organisationId={organisationId} member={member} />}
        </li>
      ))}
    </ul>
  );
}
