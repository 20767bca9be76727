import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ICON_BUTTON, LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Segmented } from '@/components/ui/segmented';
import { formatPeriod } from '@/lib/platform/date-format';
import type { Period } from '@/lib/platform/dates';
import { TIMELINE_WEEKS, type TimelineWeeks } from '@/lib/timeline/model';

export type TimelineHrefs = {
  earlier: string;
  later: string;
  today: string;
  weeks: (weeks: TimelineWeeks) => string;
  show: (show: 'bars' | 'list') => string;
};

type TimelineNavProps = {
  period: Period;
  zone: string;
  weeks: TimelineWeeks;
  show: 'bars' | 'list';
  hrefs: TimelineHrefs;
};

/** Which days, how many, and as what. All of it is in the address. */
export async function TimelineNav({ period, zone, weeks, show, hrefs }: TimelineNavProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('timeline')]);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex items-center">
          <Link
            href={hrefs.earlier}
            scroll={false}
            aria-label={t('earlier')}
            className={ICON_BUTTON}
          >
            <span className="rotate-180">
              <Icon name="chevron" />
            </span>
          </Link>
          <p className="text-center font-semibold" aria-live="polite">
            {formatPeriod(period, locale, zone)}
          </p>
          <Link href={hrefs.later} scroll={false} aria-label={t('later')} className={ICON_BUTTON}>
            <Icon name="chevron" />
          </Link>
        </div>
        <LinkButton href={hrefs.today} scroll={false} variant="quiet" size="small">
          {t('toToday')}
        </LinkButton>
      </div>
      <div className="flex flex-wrap gap-3 [&>nav]:grow">
        <Segmented
          label={t('span')}
          current={hrefs.weeks(weeks)}
          segments={TIMELINE_WEEKS.map((count) => ({
            href: hrefs.weeks(count),
            label: t('weeks', { count }),
          }))}
        />
        <Segmented
          label={t('as')}
          current={hrefs.show(show)}
          segments={(['bars', 'list'] as const).map((as) => ({
            href: hrefs.show(as),
            label: t(as),
          }))}
        />
      </div>
    </div>
  );
}
