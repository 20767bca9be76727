import { getTranslations } from 'next-intl/server';
import { cn } from '@/components/ui/cn';
import { LEGEND, lookOf } from './bar-look';

/** What the patterns mean. */
export async function TimelineLegend() {
  const t = await getTranslations('timeline');
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-2 text-xs text-muted">
      {LEGEND.map((entry) => (
        <li key={entry.word} className="flex items-center gap-1.5">
          <span aria-hidden className={cn('h-4 w-7 rounded-sm border-2', lookOf(entry).skin)} />
          {t(`state.${entry.word}`)}
        </li>
      ))}
    </ul>
  );
}
