import { RESOURCE_KINDS } from '@/lib/listings/model';
import { oneOf } from '@/lib/platform/closed-list';
import { addDays, isDay, type Day } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';
import { mondayOf, TIMELINE_WEEKS, type TimelineWeeks } from '@/lib/timeline/model';

export type TimelineParams = Partial<
  Record<'from' | 'weeks' | 'show' | 'thing' | 'day' | 'kind', string | string[]>
>;

/** What the address says; whatever it does not say has a good default. */
export function readTimelineAddress(params: TimelineParams, today: Day) {
  const weeks = TIMELINE_WEEKS.find((count) => String(count) === params.weeks) ?? 4;
  const day = isDay(params.day) ? params.day : null;
  return {
    from: day ?? (isDay(params.from) ? mondayOf(params.from) : mondayOf(today)),
    weeks,
    day,
    show: params.show === 'list' || day ? ('list' as const) : ('bars' as const),
    thing: typeof params.thing === 'string' ? params.thing : null,
    kind:
      typeof params.kind === 'string' && RESOURCE_KINDS.some((kind) => kind === params.kind)
        ? oneOf(RESOURCE_KINDS, params.kind)
        : null,
  };
}

export type TimelineAddress = ReturnType<typeof readTimelineAddress>;

export function timelineHref(
  locale: Locale,
  slug: string,
  { from, weeks, show, thing, kind, day }: TimelineAddress,
): string {
  return paths.timeline(locale, slug, {
    ...(day ? { day } : { from }),
    ...(weeks === 4 ? {} : { weeks: String(weeks) }),
    ...(show === 'list' ? { show } : {}),
    ...(thing ? { thing } : {}),
    ...(kind ? { kind } : {}),
  });
}

export function movedBy(address: TimelineAddress, weeks: number): TimelineAddress {
  return { ...address, day: null, from: addDays(mondayOf(address.from), weeks * 7) };
}

export function withWeeks(address: TimelineAddress, weeks: TimelineWeeks): TimelineAddress {
  return { ...address, day: null, weeks };
}
