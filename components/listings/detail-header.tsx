import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { ResourceDetail } from '@/lib/listings/model';
import { KindTag } from './kind-tag';

type DetailHeaderProps = {
  thing: Pick<ResourceDetail, 'title' | 'kind' | 'owner'>;
  ownerHref: string;
  /** How it stands at the chosen time. */
  children?: ReactNode;
};

export async function DetailHeader({ thing, ownerHref, children }: DetailHeaderProps) {
  const t = await getTranslations('listings.detail');
  return (
    <header className="space-y-2">
      <KindTag kind={thing.kind} />
      <h1 className="text-2xl" dir="auto">
        {thing.title}
      </h1>
      <p>
        {t('owner')}{' '}
        <Link
          href={ownerHref}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold text-leaf underline-offset-4 hover:underline"
        >
          <bdi>{thing.owner.name}</bdi>
        </Link>
      </p>
      {children}
    </header>
  );
}
