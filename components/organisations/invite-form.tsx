import { getTranslations } from 'next-intl/server';
import { Input } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { inviteAction } from '@/lib/organisations/actions';
import { InviteResult } from './invite-result.client';
import { RoleCards } from './role-cards';

type InviteFormProps = { organisation: { id: string; name: string } };

/** Makes a link to pass on; it stands above the fields once, for only its hash is kept. */
export async function InviteForm({ organisation }: InviteFormProps) {
  const [t, common] = await Promise.all([
    getTranslations('organisations.invite'),
    getTranslations('common.action'),
  ]);
  const shown = { date: '{date}', email: '{email}' };
  return (
    <ActionForm action={inviteAction} className="space-y-5">
      <InviteResult
        words={{
          title: t('readyTitle'),
          text: t('readyText', shown),
          mailed: t('mailed', shown),
          notMailed: t('notMailed', shown),
          link: t('link'),
          copy: t('copy'),
          copied: t('copied'),
          share: t('share'),
          shareText: t('shareText', { organisation: organisation.name }),
        }}
      />
      <p className="text-muted">{t('lead')}</p>
      <input type="hidden" name="organisationId" value={organisation.id} />
      <RoleCards legend={t('role')} role="member" />
      <Input
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        optional={common('optional')}
        autoComplete="off"
        maxLength={254}
      />
      <SubmitButton wide>{t('submit')}</SubmitButton>
    </ActionForm>
  );
}
