import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { AvailabilityMark } from '@/components/ui/availability-mark';
import {
  flawOf,
  fromNowOn,
  periodOf,
  piecesOf,
  throughout,
  whenQuery,
} from '@/lib/availability/model';
import { listBusySpans } from '@/lib/availability/queries';
import { now } from '@/lib/platform/clock';
import { formatPeriod } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { mayCrossClosedDays } from '@/lib/terms/model/handover-days';
import { findRules } from '@/lib/terms/queries/rules';
import { closedDays } from '../../../../closed-days';
import type { PageAddress } from './address';
import type { ThingGround } from './thing';

/** “frei · Sa., 28. Nov.”: how it stands at the wished time. */
export async function AtThatTime({
  locale,
  pool,
  thing,
  when,
  quantity,
}: ThingGround & PageAddress) {
  if (!when) return null;
  const period = fromNowOn(when, pool.zone, now());
  if (flawOf(period)) return null;
  const [spans, t, rules, closed] = await Promise.all([
    listBusySpans(thing.id, period),
    getTranslations('availability'),
    findRules(thing.id),
    closedDays(thing.id, when.from, when.from).then((days) => days.get(when.from)),
  ]);
  if (!spans.ok) return null;
  const stock = thing.quantity;
  // what is lent crosses closed days: then it can be had, and the day alone says only when it is not handed over
  const isOut = closed !== undefined && !(rules && mayCrossClosedDays(rules));
  const { state, free } = throughout(piecesOf(period, spans.value, stock), stock);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {!isOut && (
        <AvailabilityMark
          state={state}
          text={state === 'some' ? t('some', { free, stock }) : t(`state.${state}`, { stock })}
        />
      )}
      {closed !== undefined && <AvailabilityMark state="closed" text={closed} />}
      <span className="text-muted">
        {formatPeriod(periodOf(when, pool.zone), locale, pool.zone)}
      </span>
      {free < quantity && thing.isListed && period.start > now() && (
        <Link
          href={paths.waiting(locale, pool.slug, thing.slug, {
            ...whenQuery(when),
            ...(quantity > 1 ? { n: String(quantity) } : {}),
          })}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold text-leaf underline"
        >
          {t('wait')}
        </Link>
      )}
    </p>
  );
}
