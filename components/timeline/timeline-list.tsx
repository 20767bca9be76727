import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatPeriod, inARow } from '@/lib/platform/date-format';
import type { Period } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import type { Bar, TimelineThing } from '@/lib/timeline/model';

type TimelineListProps = {
  caption: string;
  things: TimelineThing[];
  /** Only what touches it. */
  period: Period;
  zone: string;
};

/** As many as one reads through; a thing or a day narrows it down. */
const MOST = 400;

/** The same as the bars, to be read line by line. */
export async function TimelineList({ caption, things, period, zone }: TimelineListProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('timeline')]);
  const lines = things
    .flatMap((thing) => thing.bars.map((bar) => ({ thing, bar })))
    .filter(({ bar }) => bar.start < period.end && bar.end > period.start)
    .sort((a, b) => a.bar.start.getTime() - b.bar.start.getTime());
  if (lines.length === 0) return <p className="py-6 text-center text-muted">{t('nothing')}</p>;
  return (
    <>
      <Table
        caption={caption}
        columns={[
          { key: 'when', label: t('column.when') },
          { key: 'thing', label: t('column.thing') },
          { key: 'state', label: t('column.state') },
          { key: 'who', label: t('column.who') },
        ]}
        rows={lines.slice(0, MOST).map(({ thing, bar }, index) => ({
          key: String(index),
          cells: [
            <WhenLink key="when" bar={bar} words={formatPeriod(bar, locale, zone)} />,
            <bdi key="thing">{thing.title}</bdi>,
            <StateWords key="state" bar={bar} />,
            <bdi key="who">{[bar.of, bar.who, bar.why].filter(Boolean).join(' · ')}</bdi>,
          ],
        }))}
      />
      {lines.length > MOST && (
        <p className="text-sm text-muted">{t('cut', { shown: MOST, all: lines.length })}</p>
      )}
    </>
  );
}

async function WhenLink({ bar, words }: { bar: Bar; words: string }) {
  const locale = await getLocale();
  if (!bar.bookingId) return words;
  return (
    <a
      href={paths.booking(locale, bar.bookingId)}
      className="inline-flex min-h-11 items-center font-semibold text-leaf underline"
    >
      {words}
    </a>
  );
}

async function StateWords({ bar }: { bar: Bar }) {
  const [t, locale] = await Promise.all([getTranslations('timeline'), getLocale()]);
  const state = t(`state.${bar.of ? 'shared' : bar.state}`);
  return inARow([state, bar.quantity > 1 && t('pieces', { count: bar.quantity })], locale);
}
