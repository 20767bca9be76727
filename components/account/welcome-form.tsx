import { getTranslations } from 'next-intl/server';
import { updateProfileAction } from '@/lib/account/actions';
import { LinkButton } from '@/components/ui/button';
import { Input } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import type { Locale } from '@/lib/platform/i18n/locales';
import { NextField } from './next-field';

/** Asked once of a newcomer; whoever skips it finds it in the account. */
export async function WelcomeForm({ locale, next }: { locale: Locale; next: string }) {
  const t = await getTranslations('account.account');
  return (
    <ActionForm action={updateProfileAction} className="space-y-5">
      <NextField next={next} />
      <input type="hidden" name="locale" value={locale} />
      <Input
        name="displayName"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        autoFocus
        maxLength={80}
        required
      />
      <div className="flex gap-3 *:grow">
        <LinkButton href={next} variant="ghost">
          {t('skip')}
        </LinkButton>
        <SubmitButton>{t('continue')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
