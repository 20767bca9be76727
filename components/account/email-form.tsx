import { getTranslations } from 'next-intl/server';
import { sendCodeAction } from '@/lib/account/actions';
import { Input } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { NextField } from './next-field';

type EmailFormProps = { email: string | undefined; next: string | undefined };

/** First step: where to send the code. */
export async function EmailForm({ email, next }: EmailFormProps) {
  const t = await getTranslations('account.signIn');
  return (
    <ActionForm action={sendCodeAction} className="space-y-5">
      <NextField next={next} />
      <Input
        name="email"
        type="email"
        label={t('email')}
        placeholder={t('emailPlaceholder')}
        defaultValue={email}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
      />
      <SubmitButton wide busy={t('sending')}>
        {t('send')}
      </SubmitButton>
      <p className="text-sm text-muted">{t('newHere')}</p>
    </ActionForm>
  );
}
