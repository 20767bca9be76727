import type { createTranslator } from 'next-intl';
import { formatDay } from '../../platform/date-format';
import { dayOf, type Period } from '../../platform/dates';
import type { Locale } from '../../platform/i18n/locales';
import type { Messages } from '../../platform/i18n/messages';
import { isolated, type Letter } from '../../platform/mail/letter';
import { paths } from '../../platform/paths';

export const SERIES_TOPICS = [
  'series_requested',
  'series_booked',
  'series_approved',
  'series_declined',
  'series_cancelled',
  'series_moved',
  'series_unused',
] as const;
export type SeriesTopic = (typeof SERIES_TOPICS)[number];

export type SeriesOccasion = {
  topic: SeriesTopic;
  name: string;
  locale: Locale;
  pool: { slug: string; name: string; zone: string };
  note: string;
  site: string;
  isOwnerSide: boolean;
  seriesId: string;
  thing: { title: string; slug: string };
  owner: string;
  borrower: string;
  purpose: string;
  quantity: number;
  /** What the message is about: so many dates, between these moments, at these hours. */
  dates: number;
  span: Period;
  hours: { start: string; end: string };
};

type Translate = ReturnType<typeof createTranslator<Pick<Messages, 'emails'>, 'emails'>>;

/** One letter for all dates of a series. */
export function writeAboutSeries(about: SeriesOccasion, t: Translate): Letter {
  const { locale, pool, topic, isOwnerSide, site, seriesId, quantity, span, hours } = about;
  const [first, last] = [span.start, span.end].map((at) =>
    formatDay(dayOf(at, pool.zone), locale, 'date'),
  );
  const words = {
    thing: isolated(about.thing.title),
    owner: isolated(about.owner),
    borrower: isolated(about.borrower),
    pool: isolated(pool.name),
    count: about.dates,
  };
  const isForOwner = isOwnerSide && topic !== 'series_unused';
  const asked = topic === 'series_requested' || topic === 'series_moved';
  return {
    locale,
    subject: t(`${topic}.subject`, words),
    greeting: t('greeting', { name: isolated(about.name) }),
    lead: [t(`${topic}.lead`, words)],
    facts: [
      { term: t('facts.what'), value: words.thing },
      {
        term: t('facts.when'),
        value: t('facts.dates', {
          ...hours,
          count: about.dates,
          first: first ?? '',
          last: last ?? '',
        }),
      },
      ...(quantity > 1
        ? [{ term: t('facts.quantity'), value: t('pieces', { count: quantity }) }]
        : []),
      isForOwner
        ? { term: t('facts.borrower'), value: words.borrower }
        : { term: t('facts.owner'), value: words.owner },
      ...(about.purpose && isForOwner
        ? [{ term: t('facts.purpose'), value: isolated(about.purpose.slice(0, 400)) }]
        : []),
    ],
    quote: about.note ? { by: t('yourSide'), text: about.note } : null,
    action: {
      label: t(
        isForOwner && asked ? 'decide' : topic === 'series_unused' ? 'answerSlot' : 'openSeries',
      ),
      href: site + paths.series(locale, seriesId),
    },
    footer: [t(isForOwner ? 'footer.owner' : 'footer.borrower', words), t('footer.noReply')],
  };
}
