import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Name } from '@/components/ui/name';
import type { ResourceDetail } from '@/lib/listings/model';
import { spokenIn } from '@/lib/platform/i18n/languages';
import { KindTag } from './kind-tag';

type DetailHeaderProps = {
  thing: Pick<ResourceDetail, 'kind' | 'owner'>;
  title: { text: string; locale: string };
  /** Which language this is, and the way to the original. */
  language?: ReactNode;
  ownerHref: string;
  /** How it stands at the chosen time. */
  children?: ReactNode;
};

export async function DetailHeader(props: DetailHeaderProps) {
  const { thing, title, language, ownerHref, children } = props;
  const t = await getTranslations('listings.detail');
  return (
    <header className="space-y-2">
      <KindTag kind={thing.kind} />
      <h1 className="text-2xl" lang={spokenIn(title.locale)} dir="auto">
        {title.text}
      </h1>
      {language}
      <p>
        {t('owner')}{' '}
        <Link
          href={ownerHref}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold text-leaf underline-offset-4 hover:underline"
        >
          <Name>{thing.owner.name}</Name>
        </Link>
      </p>
      {children}
    </header>
  );
}
