import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';

type CancelCardProps = {
  /** Null: it costs nothing. */
  sentence: string | null;
  /** The prices, where it is written. */
  href: string;
};

/** Until when one may call off is about money and stands with the prices. */
export async function CancelCard({ sentence, href }: CancelCardProps) {
  const t = await getTranslations('terms.edit');
  return (
    <Link
      href={href}
      className="edged flex min-h-14 pressable items-start gap-3 rounded-lg bg-surface px-4 py-3 shadow-card"
    >
      <span className="min-w-0 grow">
        <span className="block text-sm font-semibold text-muted">{t('question.cancel')}</span>
        <span className="block">{sentence ?? t('silent.cancel')}</span>
        <span className="mt-1 block text-sm text-muted">{t('cancelLink')}</span>
      </span>
      <Icon name="chevron" className="mt-1 shrink-0 text-muted" />
    </Link>
  );
}
