import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilitySign } from '@/components/ui/availability-sign';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { periodOf, type BusySpan, type When } from '@/lib/availability/model';
import {
  clockChangeOf,
  lengthChoices,
  startChoices,
  usualLength,
  type StartChoice,
} from '@/lib/availability/model/hours';
import { formatDuration, formatPeriod, formatTime, inARow } from '@/lib/platform/date-format';
import { toInstant, type Day, type WallTime } from '@/lib/platform/dates';
import { PickLink } from './pick-link.client';

type HourListProps = {
  day: Day;
  /** When it can begin at all, and what a length is a multiple of, in minutes. */
  starts: { times: WallTime[]; step: number };
  spans: readonly BusySpan[];
  stock: number;
  quantity: number;
  zone: string;
  now: Date;
  chosen: When;
  whenHref: (when: When) => string;
  /** Unfolded at once where hours are the usual way. */
  isOpen: boolean;
};

const TILE =
  'edged flex min-h-12 items-center justify-center gap-1.5 rounded-md border-[1.5px] px-1 text-sm font-medium tabular-nums';
const FREE = 'pressable border-edge bg-surface hover:border-leaf hover:text-leaf';
/** Earlier than that is night: folded away, unless somebody is about to choose it. */
const DAWN = '06:00';

/** From which hour, and for how long: big enough for a thumb, what is taken stands there as taken. */
export async function HourList(props: HourListProps) {
  const { day, starts, spans, stock, quantity, zone, now, chosen, isOpen } = props;
  const t = await getTranslations('availability.hours');
  const choices = startChoices(day, starts.times, { spans, stock, zone, now });
  if (choices.length === 0) return null;
  const isOneDay = chosen.from === day && (chosen.to === day || chosen.end === '00:00');
  const start = isOneDay && chosen.end !== null ? chosen.start : null;
  const clocks = clockChangeOf(day, zone);
  const night = choices.filter(({ time }) => time < DAWN);
  const daytime = choices.filter(({ time }) => time >= DAWN);
  const isNight = clocks !== null || daytime.length === 0 || (start !== null && start < DAWN);
  const lengths = start
    ? lengthChoices(day, start, { spans, stock, zone, quantity, step: starts.step })
    : [];
  const wished = start ? minutesOf(chosen, zone) : null;
  const tiles = { ...props, wished };
  return (
    <details open={isOpen || start !== null} className="group/hours">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
        {t('start')}
        <Icon name="down" className="size-5 text-muted group-open/hours:rotate-180" />
      </summary>
      {clocks && <p className="mb-2 text-sm text-muted">{t(clocks)}</p>}
      {night.length > 0 && (
        <details open={isNight} className="mb-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-medium text-leaf">
            {t('night')}
          </summary>
          <Starts {...tiles} choices={night} />
        </details>
      )}
      <Starts {...tiles} choices={daytime} />
      {lengths.length > 0 && <Lengths {...props} lengths={lengths} />}
    </details>
  );
}

function minutesOf(when: When, zone: string): number {
  const { start, end } = periodOf(when, zone);
  return (end.getTime() - start.getTime()) / 60_000;
}

type StartsProps = HourListProps & { choices: StartChoice[]; wished: number | null };

async function Starts(props: StartsProps) {
  const { day, choices, wished, spans, stock, quantity, zone, starts, whenHref } = props;
  const [t, locale] = await Promise.all([getTranslations('availability'), getLocale()]);
  if (choices.length === 0) return null;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-1.5">
      {choices.map(({ time, state, free, isTwice }) => {
        const said = formatTime(toInstant(day, time, zone), locale, zone);
        const words =
          free > 0 && stock > 1 ? t('some', { free, stock }) : t(`state.${state}`, { stock });
        const label = inARow([said, isTwice && t('hours.second'), words], locale);
        const lengths = lengthChoices(day, time, {
          spans,
          stock,
          zone,
          quantity,
          step: starts.step,
        });
        const when = usualLength(lengths, wished);
        const content = (
          <>
            <AvailabilitySign state={state} className="text-xs" />
            {said}
          </>
        );
        return (
          <li key={time}>
            {when ? (
              <PickLink
                when={when}
                href={whenHref(when)}
                says={formatPeriod(periodOf(when, zone), locale, zone)}
                same="start"
                label={label}
                className={cn(TILE, FREE)}
              >
                {content}
              </PickLink>
            ) : (
              <span className={cn(TILE, 'border-transparent text-muted')}>
                <span className="sr-only">{label}</span>
                <span aria-hidden className="contents">
                  {content}
                </span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type LengthsProps = HourListProps & { lengths: ReturnType<typeof lengthChoices> };

async function Lengths({ lengths, zone, whenHref }: LengthsProps) {
  const [t, locale] = await Promise.all([getTranslations('availability.hours'), getLocale()]);
  return (
    <div className="mt-3">
      <h4 className="mb-1.5 font-semibold">{t('length')}</h4>
      <ul className="flex flex-wrap gap-1.5">
        {lengths.map(({ minutes, when }) => (
          <li key={minutes}>
            <PickLink
              when={when}
              href={whenHref(when)}
              says={formatPeriod(periodOf(when, zone), locale, zone)}
              same="all"
              className={cn(TILE, FREE, 'rounded-full px-4')}
            >
              {formatDuration(minutes, locale)}
            </PickLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
