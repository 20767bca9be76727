import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge, StatusBadge } from '@/components/ui/badge';
import { WhenLine } from '@/components/ui/when-line';
import { formatDay, formatPeriod } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { faceOf, type Occurrence } from '@/lib/series/model/series';

type OccurrenceListProps = { occurrences: Occurrence[]; zone: string };

/** Dates with what became of each; those with a booking lead to it. */
export function OccurrenceList({ occurrences, zone }: OccurrenceListProps) {
  return (
    <ul className="edged divide-y divide-line rounded-lg bg-surface px-4 shadow-card">
      {occurrences.map((occurrence) => (
        <Row key={occurrence.on} occurrence={occurrence} zone={zone} />
      ))}
    </ul>
  );
}

async function Row({ occurrence, zone }: { occurrence: Occurrence; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('series.detail'), getLocale()]);
  const { on, booking, state } = occurrence;
  const isMoved = state === 'moved' && booking?.wishedPeriod === null;
  const line = (
    <span className="min-w-0 grow">
      <span className="block tabular-nums">
        {booking ? (
          <WhenLine period={booking.period} zone={zone} />
        ) : (
          formatDay(on, locale, 'short')
        )}
      </span>
      {booking?.otherThing && (
        <span className="block text-sm text-muted">
          <bdi>{booking.otherThing}</bdi>
        </span>
      )}
      {isMoved && !booking.otherThing && (
        <span className="block text-sm text-muted">{t('otherTime')}</span>
      )}
      {booking?.wishedPeriod && (
        <span className="block text-sm text-marigold-ink">
          {t('wished', { time: formatPeriod(booking.wishedPeriod, locale, zone, 'short') })}
        </span>
      )}
    </span>
  );
  const look = 'flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2';
  return (
    <li>
      {booking ? (
        <Link href={paths.booking(locale, booking.id)} className={`${look} hover:text-leaf`}>
          {line}
          <OccurrenceBadge occurrence={occurrence} />
        </Link>
      ) : (
        <div className={`${look} text-muted`}>
          {line}
          <OccurrenceBadge occurrence={occurrence} />
        </div>
      )}
    </li>
  );
}

export async function OccurrenceBadge({ occurrence }: { occurrence: Occurrence }) {
  const t = await getTranslations('series.detail');
  const face = faceOf(occurrence);
  if (face === 'skipped') return <Badge icon="minus">{t('skipped')}</Badge>;
  if (face === 'change')
    return (
      <Badge tone="marigold" icon="clock">
        {t('change')}
      </Badge>
    );
  return <StatusBadge status={face} />;
}
