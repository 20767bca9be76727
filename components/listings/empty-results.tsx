import { getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

type EmptyResultsProps = {
  query: string;
  /** The ways on that apply, best first. */
  ways: {
    href: string;
    label: 'withoutKinds' | 'withTaken' | 'anyTime' | 'fewer' | 'everything';
  }[];
};

export async function EmptyResults({ query, ways }: EmptyResultsProps) {
  const t = await getTranslations('listings.empty');
  return (
    <EmptyState
      picture={<Scene name="empty-search" />}
      title={query ? t('titleFor', { query }) : t('title')}
      action={ways.map(({ href, label }, index) => (
        <LinkButton
          key={label}
          href={href}
          prefetch={false}
          scroll={false}
          variant={index === 0 ? 'primary' : 'quiet'}
        >
          {t(label)}
        </LinkButton>
      ))}
    >
      {t('text')}
    </EmptyState>
  );
}
