import { getTranslations } from 'next-intl/server';
import { signOutAction } from '@/lib/account/actions';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { SignOutGuard } from './sign-out-guard.client';

export async function SignOutForms() {
  const [t, queue] = await Promise.all([
    getTranslations('account.account'),
    getTranslations('queue.signOut'),
  ]);
  return (
    <SignOutGuard
      words={{
        title: queue('title', { count: '{count}' }),
        text: queue('text'),
        look: queue('look'),
        anyway: queue('anyway'),
        noNetwork: queue('noNetwork'),
      }}
    >
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
    </SignOutGuard>
  );
}
