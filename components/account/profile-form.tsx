import { getTranslations } from 'next-intl/server';
import { updateProfileAction } from '@/lib/account/actions';
import { Input, Select } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { LOCALE_CODES, LOCALES, type Locale } from '@/lib/platform/i18n/locales';

type ProfileFormProps = { name: string; locale: Locale; email: string };

export async function ProfileForm({ name, locale, email }: ProfileFormProps) {
  const t = await getTranslations('account.account');
  return (
    <ActionForm action={updateProfileAction} className="space-y-5">
      <Input
        name="displayName"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={name}
        autoComplete="name"
        maxLength={80}
        required
      />
      <Select
        name="locale"
        label={t('language')}
        hint={t('languageHint')}
        defaultValue={locale}
        options={LOCALE_CODES.map((code) => ({ value: code, label: LOCALES[code].name }))}
      />
      <div>
        <p className="text-sm font-semibold">{t('email')}</p>
        <p className="break-all text-muted">
          <bdi dir="ltr">{email}</bdi>
        </p>
      </div>
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}
