import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ChooseOrganisation } from '@/components/listings/edit-choose-organisation';
import { NewThingForm } from '@/components/listings/edit-new-form';
import { NoOrganisation } from '@/components/listings/edit-no-organisation';
import { Proposals } from '@/components/terms/proposals';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { canApprove } from '@/lib/organisations/model';
import { findMyOrganisation, getProfile, listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { findOrganisationLevels } from '@/lib/terms/queries/levels';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('listings.edit');
  return { title: t('submit') };
}

type Props = { searchParams: Promise<{ organisation?: string }> };

export default async function NewResourcePage({ searchParams }: Props) {
  await requireViewer();
  const [{ organisation: key = '' }, mine, t, locale] = await Promise.all([
    searchParams,
    listMyOrganisations(),
    getTranslations('listings.edit'),
    getLocale(),
  ]);
  const chosen = (await findMyOrganisation(key)) ?? mine[0];
  if (!chosen) {
    return (
      <Page>
        <NoOrganisation />
      </Page>
    );
  }
  const profile = await getProfile(chosen.id);
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('newTitle')}
        lead={t('newLead')}
        back={{ href: paths.organisation(locale, chosen.id), label: chosen.name }}
      />
      <div className="space-y-6">
        {mine.length > 1 && <ChooseOrganisation organisations={mine} chosenId={chosen.id} />}
        {chosen.status === 'pending' && <Notice tone="attention">{t('pending')}</Notice>}
        {chosen.status === 'suspended' ? (
          <Notice tone="refused">{t('suspended')}</Notice>
        ) : (
          <NewThingForm
            key={chosen.id}
            organisation={profile}
            canDecide={canApprove(chosen.role)}
            proposals={
              canApprove(chosen.role) && (
                <Proposals
                  above={await findOrganisationLevels(chosen, chosen.pool)}
                  owner={chosen.name}
                />
              )
            }
          />
        )}
      </div>
    </Page>
  );
}
