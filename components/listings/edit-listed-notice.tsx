import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { EditableResource } from '@/lib/listings/model';
import { paths } from '@/lib/platform/paths';

type ListedNoticeProps = { resource: EditableResource; hasLostPhoto: boolean };

/** Right after listing: it is in, and what one may want next. */
export async function ListedNotice({ resource, hasLostPhoto }: ListedNoticeProps) {
  const [t, locale] = await Promise.all([getTranslations('listings.edit'), getLocale()]);
  const { organisation, pool, slug, isListed } = resource;
  return (
    <Notice
      tone={hasLostPhoto ? 'attention' : 'done'}
      title={t('listedTitle')}
      action={
        <>
          <LinkButton size="small" href={paths.resource(locale, pool.slug, slug)}>
            {t('view')}
          </LinkButton>
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
      {hasLostPhoto && <p>{t('listedWithoutPhoto')}</p>}
    </Notice>
  );
}
