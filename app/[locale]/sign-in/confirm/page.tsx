import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { redeemLinkAction } from '@/lib/account/actions';
import { getViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';

export const metadata: Metadata = { robots: { index: false } };

type Props = { searchParams: Promise<{ token_hash?: string | string[] }> };

/** Where the mail's link leads. It takes a press: scanners that only fetch links spend nothing. */
export default async function ConfirmPage({ searchParams }: Props) {
  const [{ token_hash }, t, locale, viewer] = await Promise.all([
    searchParams,
    getTranslations('account.link'),
    getLocale(),
    getViewer(),
  ]);
  if (viewer) redirect(paths.home(locale));
  if (typeof token_hash !== 'string') redirect(paths.signIn(locale));
  return (
    <Page className="max-w-xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ActionForm action={redeemLinkAction}>
        <input type="hidden" name="tokenHash" value={token_hash} />
        <SubmitButton wide busy={t('submitting')}>
          {t('submit')}
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
