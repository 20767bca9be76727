import { getTranslations } from 'next-intl/server';
import { signOutAction } from '@/lib/account/actions';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';

export async function SignOutForms() {
  const t = await getTranslations('account.account');
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm action={signOutAction}>
        <input type="hidden" name="scope" value="local" />
        <SubmitButton variant="quiet">{t('signOutHere')}</SubmitButton>
      </ActionForm>
      <ActionForm action={signOutAction}>
        <input type="hidden" name="scope" value="global" />
        <SubmitButton variant="ghost">{t('signOutEverywhere')}</SubmitButton>
      </ActionForm>
    </div>
  );
}
