import { getLocale, getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/ui/action-bar';
import { BackLink } from '@/components/ui/back-link';
import { Input, TextArea } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { textAction } from '@/lib/listings/actions';
import type { EditableResource } from '@/lib/listings/model';
import { languageName, spokenIn } from '@/lib/platform/i18n/languages';
import type { Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { ProposedNote } from './edit-proposed.client';

type EditLanguageProps = {
  resource: EditableResource;
  language: Locale;
  /** A machine stands by. */
  canPropose: boolean;
};

/** A thing's words in one more language, each below what the original says. */
export async function EditLanguage({ resource, language, canPropose }: EditLanguageProps) {
  const [t, edit, locale] = await Promise.all([
    getTranslations('listings.edit.languages'),
    getTranslations('listings.edit'),
    getLocale(),
  ]);
  const given = resource.translations.find((text) => text.locale === language);
  const said = (text: string) =>
    text && (
      <span lang={spokenIn(resource.locale)} dir="auto" className="block whitespace-pre-line">
        {text}
      </span>
    );
  const lang = spokenIn(language);
  return (
    <div className="space-y-4">
      <BackLink href={paths.editResource(locale, resource.id, { show: 'languages' })}>
        {t('back')}
      </BackLink>
      <div className="space-y-1">
        <h2 className="text-lg">{languageName(language, locale)}</h2>
        <p className="text-muted">{t('hint')}</p>
      </div>
      <ActionForm action={textAction} className="space-y-6">
        <ProposedNote text={t('proposed')} />
        <input type="hidden" name="resourceId" value={resource.id} />
        <input type="hidden" name="language" value={language} />
        <Input
          name="title"
          lang={lang}
          label={edit('title')}
          hint={said(resource.title)}
          defaultValue={given?.title}
          maxLength={120}
        />
        <TextArea
          name="description"
          lang={lang}
          label={edit('description')}
          hint={said(resource.description)}
          defaultValue={given?.description}
          maxLength={6000}
        />
        <TextArea
          name="rules"
          lang={lang}
          label={edit('rules')}
          hint={said(resource.rules)}
          defaultValue={given?.rules}
          maxLength={6000}
        />
        <ActionBar>
          <SubmitButton name="act" value="save">
            {edit('save')}
          </SubmitButton>
          {canPropose && (
            <SubmitButton name="act" value="propose" variant="quiet" busy={t('proposing')}>
              {t('propose')}
            </SubmitButton>
          )}
        </ActionBar>
      </ActionForm>
    </div>
  );
}
