import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { UnsentHere } from '@/components/layout/unsent-here.client';
import { isView, ViewSwitch } from '@/components/organisations/view-switch';
import { StatusNotice } from '@/components/organisations/status-notice';
import { OrganisationBadge } from '@/components/organisations/status-badge';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { findMyOrganisation, getProfile } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';
import { MembersView, PricesView, ProfileTab, ThingsView } from './views';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ show?: string; welcome?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organisation = await findMyOrganisation((await params).slug);
  return organisation ? { title: organisation.name } : {};
}

const VIEWS = { things: ThingsView, members: MembersView, prices: PricesView, profile: ProfileTab };

export default async function OrganisationPage({ params, searchParams }: Props) {
  await requireViewer();
  const [{ slug }, { show, welcome }] = await Promise.all([params, searchParams]);
  const organisation = await findMyOrganisation(slug);
  if (!organisation) notFound();
  const [profile, t, locale] = await Promise.all([
    getProfile(organisation.id),
    getTranslations('organisations.page'),
    getLocale(),
  ]);
  const view = isView(show) ? show : 'things';
  const View = VIEWS[view];
  return (
    <Page width="normal">
      <PageHeader
        title={organisation.name}
        back={{ href: paths.organisations(locale), label: t('back') }}
        aside={<OrganisationBadge status={organisation.status} />}
      />
      <div className="space-y-5">
        {welcome && (
          <Notice tone="done" title={t('welcomeTitle')}>
            {t('welcomeText')}
          </Notice>
        )}
        <StatusNotice {...profile} />
        <ViewSwitch organisationKey={slug} current={view} />
        <UnsentHere forms={['list-resource']} />
        <View organisation={organisation} profile={profile} />
      </div>
    </Page>
  );
}
