import { getTranslations } from 'next-intl/server';
import { WhenLine } from '@/components/ui/when-line';
import type { EventNote } from '@/lib/bookings/model';

type EventLineProps = { event: Omit<EventNote, 'id' | 'title'> & { zone: string } };

/** When, for how many, where: in one line. */
export async function EventLine({ event }: EventLineProps) {
  const t = await getTranslations('events.list');
  return (
    <span className="tabular-nums">
      <WhenLine period={event.period} zone={event.zone} /> · {t('guests', { count: event.guests })}
      {event.place && (
        <>
          {' · '}
          <bdi>{event.place}</bdi>
        </>
      )}
    </span>
  );
}
