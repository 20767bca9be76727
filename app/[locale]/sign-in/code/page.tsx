import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CodeForm } from '@/components/account/code-form';
import { DemoInboxHint } from '@/components/account/demo-inbox-hint';
import { ResendForm } from '@/components/account/resend-form';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { RESEND_AFTER_SECONDS } from '@/lib/account/model';
import { findPendingSignIn } from '@/lib/account/queries';
import { getViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { paths, safeNext } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.code');
  return { title: t('title') };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function CodePage({ searchParams }: Props) {
  const [{ next }, t, locale, viewer, pending] = await Promise.all([
    searchParams,
    getTranslations('account.code'),
    getLocale(),
    getViewer(),
    findPendingSignIn(),
  ]);
  const target = typeof next === 'string' ? next : undefined;
  if (viewer) redirect(safeNext(target, locale));
  if (!pending) redirect(paths.signIn(locale, target));
  const age = (now().getTime() - pending.sentAt.getTime()) / 1_000;
  return (
    <Page className="max-w-xl">
      <PageHeader
        title={t('title')}
        lead={
          <>
            {t('lead')}{' '}
            <bdi className="block font-semibold wrap-anywhere text-ink">{pending.email}</bdi>
          </>
        }
        back={{ href: paths.signIn(locale, target), label: t('otherAddress') }}
      />
      <CodeForm next={target} />
      <div className="mt-8 border-t border-line pt-6">
        <ResendForm waitSeconds={Math.ceil(RESEND_AFTER_SECONDS - age)} />
        <DemoInboxHint inboxUrl={env().DEMO_INBOX_URL} />
      </div>
    </Page>
  );
}
