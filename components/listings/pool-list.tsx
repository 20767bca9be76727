import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';

type PoolListProps = { pools: { slug: string; name: string; about: string; href: string }[] };

export async function PoolList({ pools }: PoolListProps) {
  const t = await getTranslations('listings.pools');
  if (pools.length === 0) {
    return (
      <EmptyState picture={<Scene name="welcome" />} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <ul className="space-y-3">
      {pools.map(({ slug, name, about, href }) => (
        <li key={slug}>
          <Link
            href={href}
            className="edged flex pressable items-center gap-3 rounded-lg bg-surface p-4 shadow-card hover:shadow-raised"
          >
            <span className="min-w-0 grow">
              <span className="block text-lg font-semibold">
                <bdi>{name}</bdi>
              </span>
              <span className="line-clamp-2 text-muted" dir="auto">
                {about}
              </span>
            </span>
            <Icon name="chevron" className="text-muted cramped:hidden" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
