import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Sheet } from '@/components/ui/sheet.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { changeRoleAction, removeMemberAction } from '@/lib/organisations/actions';
import type { Member } from '@/lib/organisations/model';
import { RoleCards } from './role-cards';

type MemberSheetProps = { organisationId: string; member: Member };

/** What a person may do here, and taking them out. */
export async function MemberSheet({ organisationId, member }: MemberSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('organisations.members'),
    getTranslations('common.action'),
  ]);
  const who = (
    <>
      <input type="hidden" name="organisationId" value={organisationId} />
      <input type="hidden" name="personId" value={member.personId} />
    </>
  );
  return (
    <Sheet
      // why the key: once the role has changed the sheet starts afresh, closed.
      key={member.role}
      trigger={t('changeShort')}
      triggerLabel={t('change', { name: member.name })}
      look={{ variant: 'quiet', size: 'small' }}
      title={member.name}
      closeLabel={common('close')}
    >
      <ActionForm action={changeRoleAction} className="space-y-5">
        {who}
        <RoleCards legend={t('role', { name: member.name })} role={member.role} />
        <SubmitButton wide>{t('save')}</SubmitButton>
      </ActionForm>
      {!member.isViewer && (
        <details className="mt-5 border-t border-line pt-3">
          <summary className="min-h-11 py-2.5 font-semibold text-brick">{t('remove')}</summary>
          <ActionForm action={removeMemberAction} className="space-y-4 pb-1">
            {who}
            <p>{t('removeText', { name: member.name })}</p>
            <SubmitButton wide variant="danger">
              {t('removeConfirm')}
            </SubmitButton>
          </ActionForm>
        </details>
      )}
    </Sheet>
  );
}
