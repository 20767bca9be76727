import { getLocale } from 'next-intl/server';
import { Fragment } from 'react';
import { formatPeriod } from '@/lib/platform/date-format';
import type { Period } from '@/lib/platform/dates';

/** What is longer has a pause that we do not know: it may break anywhere. */
const LONGEST_PIECE = 24;

// Before hours that follow their day, and after the dash between two days.
const PAUSES = /(?<=, )(?=\d{1,2}:\d{2}\S*–)|(?<=\s–)\s/u;

/** From when to when, short, and broken only where a reader would pause. */
export async function WhenLine({ period, zone }: { period: Period; zone: string }) {
  const locale = await getLocale();
  const pieces = formatPeriod(period, locale, zone, 'short').split(PAUSES);
  return (
    <time dateTime={period.start.toISOString()}>
      {pieces.map((piece, index) => (
        <Fragment key={piece}>
          {index > 0 && ' '}
          <span className={piece.length <= LONGEST_PIECE ? 'whitespace-nowrap' : undefined}>
            {piece.trim()}
          </span>
        </Fragment>
      ))}
    </time>
  );
}
