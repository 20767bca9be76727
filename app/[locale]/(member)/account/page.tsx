import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MyOrganisations } from '@/components/account/my-organisations';
import { Part } from '@/components/account/part';
import { ProfileForm } from '@/components/account/profile-form';
import { SignOutForms } from '@/components/account/sign-out-forms';
import { WelcomeForm } from '@/components/account/welcome-form';
import { InstallPart } from '@/components/install/part.client';
import { installWords } from '@/components/install/words';
import { Page } from '@/components/layout/page';
import { PushPart } from '@/components/push/push-part';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths, safeNext } from '@/lib/platform/paths';
import { findPushSettings } from '@/lib/push/queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.account');
  return { title: t('title') };
}

type Params = { welcome?: string; saved?: string; next?: string | string[] };

export default async function AccountPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [{ welcome, saved, next }, viewer, organisations, t, help, app, words, locale] =
    await Promise.all([
      searchParams,
      requireViewer(),
      listMyOrganisations(),
      getTranslations('account.account'),
      getTranslations('accessibility'),
      getTranslations('common.install'),
      installWords(),
      getLocale(),
    ]);
  if (welcome) {
    const target = safeNext(typeof next === 'string' ? next : null, locale);
    return (
      <Page className="max-w-xl">
        <div className="mx-auto mb-5 w-52 overflow-hidden rounded-xl">
          <Scene name="welcome" />
        </div>
        <PageHeader title={t('welcomeTitle')} lead={t('welcomeLead')} />
        <WelcomeForm locale={locale} next={target} />
      </Page>
    );
  }
  const [push, news] = await Promise.all([findPushSettings(), getTranslations('account.push')]);
  return (
    <Page>
      <PageHeader title={t('title')} />
      {saved && <Notice tone="done">{t('saved')}</Notice>}
      <Part title={t('you')}>
        <ProfileForm name={viewer.name} locale={viewer.locale} email={viewer.email} />
      </Part>
      <Part title={t('organisations')}>
        <MyOrganisations organisations={organisations} />
      </Part>
      <Part title={app('part')}>
        <InstallPart words={words} />
      </Part>
      {push && (
        <Part title={news('title')} lead={news('lead')}>
          <PushPart settings={push} />
        </Part>
      )}
      <Part title={t('signOut')} lead={t('signOutLead')}>
        <SignOutForms />
      </Part>
      <Part title={help('title')} lead={help('inAccount')}>
        <LinkButton href={paths.accessibility(locale)} variant="quiet" size="small" icon="people">
          {help('title')}
        </LinkButton>
      </Part>
      <Part title={t('data')} lead={t('dataText')} />
    </Page>
  );
}
