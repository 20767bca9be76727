import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { EditableResource } from '@/lib/listings/model';
import { paths } from '@/lib/platform/paths';

type ListedNoticeProps = {
  resource: EditableResource;
  /** What did not make it: without-photo, without-rules. */
  missing: string;
  canDecide: boolean;
};

/** Right after listing: it is in, and what one may want next. */
export async function ListedNotice({ resource, missing, canDecide }: ListedNoticeProps) {
  const [t, terms, locale] = await Promise.all([
    getTranslations('listings.edit'),
    getTranslations('terms.edit'),
    getLocale(),
  ]);
  const hasLost = missing.startsWith('without-');
  const { organisation, pool, slug, isListed } = resource;
  return (
    <Notice
      tone={hasLost ? 'attention' : 'done'}
      title={t('listedTitle')}
      action={
        <>
          <LinkButton size="small" href={paths.resource(locale, pool.slug, slug)}>
            {t('view')}
          </LinkButton>
          {canDecide && (
            <LinkButton
              size="small"
              variant="quiet"
              icon="list"
              href={paths.resourceTerms(locale, resource.id)}
            >
              {terms('open')}
            </LinkButton>
          )}
          <LinkButton
            size="small"
            variant="quiet"
            icon="plus"
            href={paths.newResource(locale, { organisation: organisation.id })}
          >
            {t('another')}
          </LinkButton>
        </>
      }
    >
      <p>{isListed ? t('listedText') : t('listedPending')}</p>
      {missing === 'without-photo' && <p>{t('listedWithoutPhoto')}</p>}
      {missing === 'without-rules' && <p>{t('listedWithoutRules')}</p>}
    </Notice>
  );
}
