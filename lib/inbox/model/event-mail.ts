import { createTranslator } from 'next-intl';
import { formatPeriod, formatSoon } from '../../platform/date-format';
import type { Period } from '../../platform/dates';
import type { Locale } from '../../platform/i18n/locales';
import type { Messages } from '../../platform/i18n/messages';
import { isolated, type Letter } from '../../platform/mail/letter';
import { paths } from '../../platform/paths';

export const EVENT_TOPICS = [
  'event_requested',
  'event_cancelled',
  'event_decided',
  'event_gap',
  'event_ran_out',
] as const;
export type EventTopic = (typeof EVENT_TOPICS)[number];

/** A part as it stood when it was told. */
export type ToldPart = {
  title: string;
  owner: string;
  quantity: number;
  period: Period;
  status: string;
};

export type EventOccasion = {
  topic: EventTopic;
  name: string;
  locale: Locale;
  pool: { slug: string; name: string; zone: string };
  note: string;
  site: string;
  /** When it was told, for “tomorrow, 18:00”. */
  at: Date;
  /** The reader's own side. */
  organisation: string;
  event: { id: string; title: string; period: Period; guests: number; borrower: string };
  parts: ToldPart[];
  settleBy: Date | null;
};

const GRANTED = ['approved', 'handed_over', 'returned'];

/** One letter for all parts of one side, instead of one for each booking. */
export function writeAboutEvent(about: EventOccasion, messages: Pick<Messages, 'emails'>): Letter {
  const { topic, locale, pool, event, parts, site } = about;
  const t = createTranslator({ locale, messages, namespace: 'emails' });
  const isOwnerSide = topic === 'event_requested' || topic === 'event_cancelled';
  const owners = [...new Set(parts.map(({ owner }) => owner))];
  const words = {
    event: isolated(event.title),
    borrower: isolated(event.borrower),
    owner: isolated(isOwnerSide ? about.organisation : owners.join(', ')),
    pool: isolated(pool.name),
    when: formatPeriod(event.period, locale, pool.zone, 'short'),
    count: parts.length,
    granted: parts.filter(({ status }) => GRANTED.includes(status)).length,
    until: about.settleBy ? formatSoon(about.settleBy, about.at, locale, pool.zone) : '',
  };
  const page = site + paths.event(locale, event.id);
  return {
    locale,
    subject: t(`${topic}.subject`, words),
    greeting: t('greeting', { name: isolated(about.name) }),
    lead: [t(`${topic}.lead`, words)],
    facts: [
      { term: t('facts.event'), value: words.event },
      { term: t('facts.when'), value: formatPeriod(event.period, locale, pool.zone, 'long') },
      { term: t('facts.guests'), value: String(event.guests) },
      ...(isOwnerSide ? [{ term: t('facts.borrower'), value: words.borrower }] : []),
      ...parts.map(({ title, quantity, period, owner }) => ({
        term: formatPeriod(period, locale, pool.zone, 'short'),
        value: [
          quantity > 1 ? `${String(quantity)} × ${isolated(title)}` : isolated(title),
          ...(isOwnerSide ? [] : [isolated(owner)]),
        ].join(', '),
      })),
    ],
    quote: about.note
      ? { by: t('noteBy', { name: words[isOwnerSide ? 'borrower' : 'owner'] }), text: about.note }
      : null,
    action:
      topic === 'event_requested'
        ? { label: t('decide'), href: `${site}${paths.inbox(locale)}#e-${event.id}` }
        : topic === 'event_cancelled'
          ? { label: t('openInbox'), href: site + paths.inbox(locale) }
          : { label: t(topic === 'event_gap' ? 'findSubstitute' : 'openEvent'), href: page },
    footer: [t(isOwnerSide ? 'footer.owner' : 'footer.borrower', words), t('footer.noReply')],
  };
}
