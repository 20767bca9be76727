import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import { PlaceWay } from '@/components/ui/ways';
import { errandsOf, type Errand, type EventDetail } from '@/lib/events/model';
import { formatDay, formatTime } from '@/lib/platform/date-format';

const FIXED = ['room', 'installation', 'service'];

/** What to fetch and bring back, day by day, in the order in which one drives. */
export async function ErrandList({ event }: { event: EventDetail }) {
  const days = errandsOf(event.items, event.zone);
  if (days.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('events.errands'), getLocale()]);
  return (
    <section>
      <h2 className="mb-3 text-lg">{t('title')}</h2>
      <ol className="space-y-4">
        {days.map(({ day, errands }) => (
          <li key={day}>
            <h3 className="mb-1 text-base text-muted">{formatDay(day, locale, 'full')}</h3>
            <ul className="divide-y divide-line">
              {errands.map((errand) => (
                <ErrandRow
                  key={errand.direction + errand.parts[0].id}
                  errand={errand}
                  zone={event.zone}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

async function ErrandRow({ errand, zone }: { errand: Errand; zone: string }) {
  const [t, plan, locale] = await Promise.all([
    getTranslations('events.errands'),
    getTranslations('events.plan'),
    getLocale(),
  ]);
  const { direction, at, owner, place, parts } = errand;
  const isFetch = direction === 'fetch';
  // a hall is not carried home
  const isFixed = parts.every(({ thing }) => thing !== null && FIXED.includes(thing.kind));
  const word = isFixed ? (isFetch ? 'use' : 'end') : isFetch ? 'fetch' : 'return';
  return (
    <li className="flex gap-3 py-2.5">
      <Icon name={isFetch ? 'download' : 'share'} className="mt-0.5 size-5 text-leaf" />
      <span className="w-12 shrink-0 font-semibold tabular-nums">
        {formatTime(at, locale, zone)}
      </span>
      <div className="min-w-0 grow">
        <p className="leading-snug">
          <span className="text-muted">{t(word)}</span>{' '}
          <Name className="font-semibold">{owner}</Name>
        </p>
        {place && <PlaceWay place={place} className="text-sm" />}
        <ul className="mt-1 text-sm">
          {parts.map(({ id, quantity, thing }) => (
            <li key={id}>
              {quantity > 1 && (
                <span className="tabular-nums">{plan('take', { count: quantity })} </span>
              )}
              <bdi>{thing?.title}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
