import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DemoPeople } from '@/components/account/demo-people';
import { EmailForm } from '@/components/account/email-form';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { findPendingSignIn, listDemoPeople } from '@/lib/account/queries';
import { getViewer } from '@/lib/platform/auth/viewer';
import { env } from '@/lib/platform/env';
import { safeNext } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signIn');
  return { title: t('title') };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const [{ next }, t, locale, viewer, pending, people] = await Promise.all([
    searchParams,
    getTranslations('account.signIn'),
    getLocale(),
    getViewer(),
    findPendingSignIn(),
    listDemoPeople(),
  ]);
  const target = typeof next === 'string' ? next : undefined;
  if (viewer) redirect(safeNext(target, locale));
  const inboxUrl = env().DEMO_INBOX_URL;
  return (
    <Page className="max-w-xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <EmailForm email={pending?.email} next={target} />
      {target && <p className="mt-2 text-sm text-muted">{t('stay')}</p>}
      {inboxUrl && people.length > 0 && (
        <DemoPeople people={people} inboxUrl={inboxUrl} next={target} />
      )}
    </Page>
  );
}
