import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ProfileForm } from '@/components/organisations/profile-form';
import { PageHeader } from '@/components/ui/page-header';
import { findMyOrganisation, getProfile } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisations.profile');
  return { title: t('editTitle') };
}

export default async function EditOrganisationPage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  await requireViewer();
  const { slug } = await params;
  const organisation = await findMyOrganisation(slug);
  if (organisation?.role !== 'admin') notFound();
  const [profile, t, locale] = await Promise.all([
    getProfile(organisation.id),
    getTranslations('organisations.profile'),
    getLocale(),
  ]);
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('editTitle')}
        back={{
          href: paths.organisation(locale, slug, { show: 'profile' }),
          label: organisation.name,
        }}
      />
      <ProfileForm profile={profile} />
    </Page>
  );
}
