import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ChipLink, PlainChipRow } from '@/components/ui/chip';

type ResultsHeaderProps = {
  /** What was searched for; empty when everything is shown. */
  query: string;
  /** The chosen time in words; null when none is chosen. */
  time: string | null;
  quantity: number | null;
  showsTaken: boolean;
  takenHref: string;
  /** The switch for the nearest first. */
  near: ReactNode;
};

/** What is shown below, and the switch for what is taken. */
export async function ResultsHeader(props: ResultsHeaderProps) {
  const { query, time, quantity, showsTaken, takenHref, near } = props;
  const t = await getTranslations('listings.results');
  return (
    <div className="wide:flex wide:items-center wide:justify-between wide:gap-4">
      <h2 className="text-lg">
        {query && t.rich('searched', { query, q: (words) => <bdi>{words}</bdi> })}
        {query && time && <span className="font-normal text-muted"> · </span>}
        {time && (showsTaken ? t('at', { time }) : t('freeAt', { time }))}
        {!query && !time && t('all')}
        {quantity !== null && (
          <span className="font-normal text-muted"> · {t('atLeast', { quantity })}</span>
        )}
      </h2>
      <PlainChipRow>
        {time && (
          <ChipLink active={showsTaken} prefetch={false} href={takenHref}>
            {t('showTaken')}
          </ChipLink>
        )}
        {near}
      </PlainChipRow>
    </div>
  );
}
