import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { TimelineGrid } from '@/components/timeline/timeline-grid';
import { TimelineKinds } from '@/components/timeline/timeline-kinds';
import { TimelineLegend } from '@/components/timeline/timeline-legend';
import { TimelineList } from '@/components/timeline/timeline-list';
import { TimelineNav } from '@/components/timeline/timeline-nav';
import { EmptyState } from '@/components/ui/empty-state';
import { LiveRefresh } from '@/components/ui/live-refresh.client';
import { PageHeader } from '@/components/ui/page-header';
import { organisationTopic } from '@/lib/bookings/channel';
import { findMyOrganisation } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { addDays, dayOf, daysBetween, periodOfDays } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import { mondayOf } from '@/lib/timeline/model';
import { readTimeline } from '@/lib/timeline/queries';
import {
  movedBy,
  readTimelineAddress,
  timelineHref,
  withWeeks,
  type TimelineParams,
} from './address';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<TimelineParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [organisation, t] = await Promise.all([
    params.then(({ slug }) => findMyOrganisation(slug)),
    getTranslations('timeline'),
  ]);
  return organisation ? { title: `${t('title')} · ${organisation.name}` } : {};
}

export default async function TimelinePage({ params, searchParams }: Props) {
  await requireViewer();
  const { slug } = await params;
  const [organisation, t, locale] = await Promise.all([
    findMyOrganisation(slug),
    getTranslations('timeline'),
    getLocale(),
  ]);
  if (!organisation) notFound();
  const { zone } = organisation.pool;
  const today = dayOf(now(), zone);
  const address = readTimelineAddress(await searchParams, today);
  const { from, weeks, day, show } = address;
  const last = day ?? addDays(from, weeks * 7 - 1);
  const period = periodOfDays(from, last, zone);
  const all = await readTimeline(organisation.id, period);
  const things = all.filter(
    ({ id, kind }) =>
      (!address.thing || id === address.thing) && (!address.kind || kind === address.kind),
  );
  const href = (changed: Partial<typeof address>) =>
    timelineHref(locale, slug, { ...address, ...changed });
  return (
    <Page width="full">
      <PageHeader
        title={t('title')}
        lead={organisation.name}
        back={{ href: paths.organisation(locale, slug), label: organisation.name }}
      />
      {all.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <div className="space-y-4">
          <TimelineNav
            period={period}
            zone={zone}
            weeks={weeks}
            show={show}
            hrefs={{
              earlier: timelineHref(locale, slug, movedBy(address, -weeks)),
              later: timelineHref(locale, slug, movedBy(address, weeks)),
              today: href({ day: null, from: mondayOf(today) }),
              weeks: (count) => timelineHref(locale, slug, withWeeks(address, count)),
              show: (as) =>
                href({ show: as, ...(as === 'bars' ? { day: null, thing: null } : {}) }),
            }}
          />
          <TimelineKinds
            things={all}
            chosen={address.kind}
            kindHref={(kind) => href({ kind, thing: null })}
          />
          {show === 'list' ? (
            <TimelineList caption={t('title')} things={things} period={period} zone={zone} />
          ) : (
            <TimelineGrid
              label={t('title')}
              things={things}
              days={daysBetween(from, last)}
              today={today}
              zone={zone}
              dayHref={(thing, at) => href({ show: 'list', thing: thing.id, day: at })}
            />
          )}
          {show === 'bars' && <TimelineLegend />}
        </div>
      )}
      <LiveRefresh topic={organisationTopic(organisation.id)} />
    </Page>
  );
}
