import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { InvitationCard } from '@/components/organisations/invitation-card';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { findInvitation } from '@/lib/organisations/queries';
import { getViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organisations.invitation');
  // The address is the permission: nobody else may learn it, neither from a link nor from a search.
  return { title: t('title'), referrer: 'no-referrer', robots: { index: false } };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, viewer, t, locale] = await Promise.all([
    findInvitation(token),
    getViewer(),
    getTranslations('organisations.invitation'),
    getLocale(),
  ]);
  return (
    <Page>
      {invitation ? (
        <InvitationCard invitation={invitation} token={token} email={viewer?.email ?? null} />
      ) : (
        <EmptyState
          picture={<Scene name="not-found" />}
          headingLevel={1}
          title={t('goneTitle')}
          action={
            <LinkButton href={viewer ? paths.organisations(locale) : paths.home(locale)}>
              {viewer ? t('mine') : t('home')}
            </LinkButton>
          }
        >
          {t('goneText')}
        </EmptyState>
      )}
    </Page>
  );
}
