import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { EditForm } from '@/components/listings/edit-form';
import { ListedNotice } from '@/components/listings/edit-listed-notice';
import { WhenFields } from '@/components/availability/when-fields.client';
import { daysWords, monthWords } from '@/components/availability/when-words';
import { EditLanguage } from '@/components/listings/edit-language';
import { EditLanguages } from '@/components/listings/edit-languages';
import { EditPhotos } from '@/components/listings/edit-photos';
import { LendingTab } from '@/components/listings/edit-lending';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { findEditableResource, listClosures, listParts } from '@/lib/listings/queries/owner';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { isLocale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { canPropose } from '@/lib/platform/translation/translator';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('listings.edit');
  return { title: t('tabs.details') };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string; listed?: string; language?: string; saved?: string }>;
};

export default async function EditResourcePage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const [{ id }, { show, listed, language, saved }] = await Promise.all([params, searchParams]);
  const [resource, t, terms, prices, locale] = await Promise.all([
    findEditableResource(id),
    getTranslations('listings.edit'),
    getTranslations('terms.edit'),
    getTranslations('prices.edit'),
    getLocale(),
  ]);
  const mine = resource && (await findMyOrganisation(resource.organisation.id));
  if (!resource || !mine) notFound();
  const canDecide = canApprove(mine.role);
  if (!canDecide && resource.createdBy !== viewer.id) notFound();
  const details = paths.editResource(locale, id);
  const lending = paths.editResource(locale, id, { show: 'lending' });
  const languages = paths.editResource(locale, id, { show: 'languages' });
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={resource.name}
        back={{ href: paths.organisation(locale, mine.id), label: mine.name }}
        aside={
          <LinkButton
            href={paths.resource(locale, resource.pool.slug, resource.slug)}
            variant="quiet"
            size="small"
          >
            {t('view')}
          </LinkButton>
        }
      />
      <div className="space-y-6">
        {listed && <ListedNotice resource={resource} missing={listed} canDecide={canDecide} />}
        <Segmented
          label={t('show')}
          current={show === 'lending' ? lending : show === 'languages' ? languages : details}
          segments={[
            { href: details, label: t('tabs.details') },
            { href: lending, label: t('tabs.lending') },
            { href: languages, label: t('tabs.languages') },
          ]}
        />
        {show === 'languages' ? (
          isLocale(language) && language !== resource.locale ? (
            <EditLanguage
              resource={resource}
              language={language}
              canPropose={canPropose(resource.locale, language)}
            />
          ) : (
            <EditLanguages resource={resource} isSaved={saved === 'yes'} />
          )
        ) : show === 'lending' ? (
          <>
            {canDecide && (
              <div className="flex flex-wrap gap-2.5">
                <LinkButton href={paths.resourceTerms(locale, id)} variant="quiet" icon="edit">
                  {terms('open')}
                </LinkButton>
                <LinkButton href={paths.resourcePrices(locale, id)} variant="quiet" icon="edit">
                  {prices('open')}
                </LinkButton>
              </div>
            )}
            <LendingTab
              resource={resource}
              closures={await listClosures(id)}
              parts={canDecide ? await listParts(id, mine.id) : []}
              canDecide={canDecide}
              days={
                <WhenFields
                  given={null}
                  words={daysWords(t('closeFrom'), t('closeTo'))}
                  today={dayOf(now(), resource.pool.zone)}
                  month={await monthWords()}
                />
              }
            />
          </>
        ) : (
          <>
            <EditPhotos resource={resource} />
            <EditForm resource={resource} canDecide={canDecide} />
          </>
        )}
      </div>
    </Page>
  );
}
