import { getLocale, getTranslations } from 'next-intl/server';
import { QuoteTable } from '@/components/prices/quote-table';
import { Preview } from '@/components/terms/preview';
import { nextSaturday, periodOf } from '@/lib/availability/model';
import type { EditableResource } from '@/lib/listings/model';
import { now } from '@/lib/platform/clock';
import { formatPeriod } from '@/lib/platform/date-format';
import { dayOf, isDay } from '@/lib/platform/dates';
import { PRICE_GROUPS, saysSomething } from '@/lib/prices/model';
import { quoteInWords } from '@/lib/prices/queries/words';
import type { Rules } from '@/lib/terms/model/rules';
import { usualWish } from '@/lib/terms/model/usual';
import { listOpening } from '@/lib/terms/queries/opening';
import { findPreview } from '@/lib/terms/queries/preview';

type PreviewOfProps = {
  resource: EditableResource;
  rules: Rules;
  asked: { day?: string; as?: string };
};

/** A usual wish on the next Saturday, or on the day and as the group that was asked for. */
export async function PreviewOf({ resource, rules, asked }: PreviewOfProps) {
  const { id, kind, pool, organisation } = resource;
  const day = isDay(asked.day) ? asked.day : nextSaturday(dayOf(now(), pool.zone));
  const group = PRICE_GROUPS.find((one) => one === asked.as) ?? 'others';
  const [opening, t, locale] = await Promise.all([
    listOpening(id, day, day),
    getTranslations('prices.group'),
    getLocale(),
  ]);
  const period = periodOf(usualWish(kind, rules, opening, day), pool.zone);
  const seen = await findPreview({ resourceId: id, group, period, owner: organisation.name });
  const ground = { owner: organisation.name, zone: pool.zone, isSignedIn: true };
  const quote =
    seen?.quote && saysSomething(seen.quote) ? await quoteInWords(seen.quote, ground) : null;
  return (
    <Preview
      day={day}
      group={group}
      groupNames={{
        members: t('members'),
        common_good: t('common_good'),
        local: t('local'),
        others: t('others'),
        commercial: t('commercial'),
      }}
      time={formatPeriod(period, locale, pool.zone)}
      verdict={seen?.verdict ?? null}
      price={quote && <QuoteTable quote={quote} />}
    />
  );
}
