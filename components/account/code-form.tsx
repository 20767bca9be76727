import { getTranslations } from 'next-intl/server';
import { verifyCodeAction } from '@/lib/account/actions';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { CodeField } from './code-field.client';
import { NextField } from './next-field';

/** Second step: the six digits from the mail. */
export async function CodeForm({ next }: { next: string | undefined }) {
  const t = await getTranslations('account.code');
  return (
    <ActionForm action={verifyCodeAction} className="space-y-5">
      <NextField next={next} />
      <CodeField label={t('label')} hint={t('hint')} />
      <SubmitButton wide busy={t('submitting')}>
        {t('submit')}
      </SubmitButton>
    </ActionForm>
  );
}
