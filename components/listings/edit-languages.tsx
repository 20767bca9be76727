import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { Select } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { removeTextAction, setOriginalAction } from '@/lib/listings/actions';
import type { EditableResource } from '@/lib/listings/model';
import { languageName, spokenIn } from '@/lib/platform/i18n/languages';
import { LOCALE_CODES } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';

/** In which languages a thing is described: look, add, change, take away; and which is the original. */
export async function EditLanguages({
  resource,
  isSaved,
}: {
  resource: EditableResource;
  isSaved: boolean;
}) {
  const [t, common, locale] = await Promise.all([
    getTranslations('listings.edit.languages'),
    getTranslations('common.action'),
    getLocale(),
  ]);
  const { id, translations } = resource;
  const taken = [resource.locale, ...translations.map((text) => text.locale)];
  const options = (codes: string[]) =>
    codes.map((value) => ({ value, label: languageName(value, locale) }));
  const missing = LOCALE_CODES.filter((code) => !taken.includes(code));
  return (
    <div className="space-y-8">
      {isSaved && <Notice tone="done">{t('saved')}</Notice>}
      <section aria-labelledby="languages" className="space-y-4">
        <div className="space-y-1">
          <h2 id="languages" className="text-lg">
            {t('title')}
          </h2>
          <p className="text-muted">{t('lead')}</p>
        </div>
        <ul className="space-y-3">
          {translations.map((text) => (
            <li
              key={text.locale}
              className="edged flex items-center gap-2 rounded-lg bg-surface px-4 py-3 shadow-card"
            >
              <div className="min-w-0 grow">
                <p className="text-sm text-muted">{languageName(text.locale, locale)}</p>
                <p className="font-semibold" lang={spokenIn(text.locale)} dir="auto">
                  {text.title}
                </p>
              </div>
              <LinkButton
                href={paths.editResource(locale, id, { show: 'languages', language: text.locale })}
                variant="quiet"
                size="small"
              >
                {t('change')}
              </LinkButton>
              <ConfirmSheet
                trigger={
                  <Icon
                    name="trash"
                    label={t('remove', { language: languageName(text.locale, locale) })}
                  />
                }
                look={{ variant: 'ghost', size: 'small' }}
                title={t('removeTitle')}
                text={t('removeText')}
                confirm={t('removeConfirm')}
                danger
                closeLabel={common('close')}
                action={removeTextAction}
              >
                <input type="hidden" name="resourceId" value={id} />
                <input type="hidden" name="language" value={text.locale} />
              </ConfirmSheet>
            </li>
          ))}
        </ul>
        {missing.length > 0 && (
          <form action={paths.editResource(locale, id)} className="flex items-end gap-3">
            <input type="hidden" name="show" value="languages" />
            <Select
              name="language"
              label={t('add')}
              options={options(missing)}
              defaultValue={missing.find((code) => code === locale)}
              frameClassName="grow"
            />
            <SubmitButton variant="quiet">{t('write')}</SubmitButton>
          </form>
        )}
      </section>
      <section aria-labelledby="original" className="space-y-4">
        <h2 id="original" className="text-lg">
          {t('originalTitle')}
        </h2>
        <ActionForm action={setOriginalAction} className="flex items-end gap-3">
          <Saved text={t('saved')} />
          <input type="hidden" name="resourceId" value={id} />
          <Select
            name="language"
            label={t('original')}
            options={options([...new Set([resource.locale, ...missing])])}
            defaultValue={resource.locale}
            frameClassName="grow"
          />
          <SubmitButton variant="quiet">{t('originalSave')}</SubmitButton>
        </ActionForm>
      </section>
    </div>
  );
}
