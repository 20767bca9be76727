import { createTranslator } from 'next-intl';
import type { BookingSide, ReturnCondition } from '../../bookings/model';
import { formatInstant, formatPeriod } from '../../platform/date-format';
import type { Period } from '../../platform/dates';
import type { Locale } from '../../platform/i18n/locales';
import type { Messages } from '../../platform/i18n/messages';
import { isolated, type Letter } from '../../platform/mail/letter';
import { paths } from '../../platform/paths';
import { writeAboutEvent, type EventOccasion } from './event-mail';
import { writeAboutSeries, type SeriesOccasion } from './series-mail';

export const BOOKING_TOPICS = [
  'booking_requested',
  'booking_booked',
  'booking_approved',
  'booking_declined',
  'booking_asked',
  'booking_answered',
  'booking_cancelled',
  'booking_expired',
  'booking_offered',
  'booking_offer_expired',
  'booking_passed_over',
  'booking_changed',
  'booking_change_proposed',
  'booking_change_granted',
  'booking_change_declined',
  'booking_change_withdrawn',
  'booking_change_expired',
  'booking_handed_over',
  'booking_overdue',
  'booking_delayed',
  'booking_damaged',
  'booking_returned',
  'booking_no_show',
  'booking_tomorrow',
] as const;
export const ORGANISATION_TOPICS = [
  'organisation_founded',
  'organisation_admitted',
  'organisation_suspended',
] as const;
/** To the neighbourhood management, about no organisation. */
export const OFFICE_TOPICS = ['barrier_reported'] as const;
export type OfficeTopic = (typeof OFFICE_TOPICS)[number];
export type BookingTopic = (typeof BOOKING_TOPICS)[number];
export type OrganisationTopic = (typeof ORGANISATION_TOPICS)[number];

type Occasion = {
  /** The reader's name and language. */
  name: string;
  locale: Locale;
  pool: { slug: string; name: string; zone: string };
  /** What the one who acted wrote; empty when nothing. */
  note: string;
  /** The app's address, without a slash at its end. */
  site: string;
};

export type BookingOccasion = Occasion & {
  topic: BookingTopic;
  isOwnerSide: boolean;
  bookingId: string;
  thing: { title: string; slug: string };
  owner: string;
  borrower: string;
  period: Period;
  quantity: number;
  purpose: string;
  /** Who acted. */
  side: BookingSide;
  /** Until when somebody may answer, where that is awaited. */
  answerBy: Date | null;
  change: { from: Point; to: Point } | null;
  condition: ReturnCondition | null;
};

type Point = { period: Period; quantity: number };

export type OrganisationOccasion = Occasion & {
  topic: OrganisationTopic;
  organisation: { name: string; slug: string };
};

export type OfficeOccasion = Occasion & { topic: OfficeTopic };

export type MailOccasion =
  BookingOccasion | OrganisationOccasion | OfficeOccasion | EventOccasion | SeriesOccasion;

/** What a person is told about an event, in their language. Pure: the same occasion, the same letter. */
export function writeLetter(occasion: MailOccasion, messages: Pick<Messages, 'emails'>): Letter {
  if ('parts' in occasion) return writeAboutEvent(occasion, messages);
  if ('seriesId' in occasion) {
    return writeAboutSeries(occasion, translator(occasion.locale, messages));
  }
  if ('bookingId' in occasion) return writeAboutBooking(occasion, messages);
  return 'organisation' in occasion
    ? writeAboutOrganisation(occasion, messages)
    : writeToOffice(occasion, messages);
}

function translator(locale: Locale, messages: Pick<Messages, 'emails'>) {
  return createTranslator({ locale, messages, namespace: 'emails' });
}

function writeAboutBooking(about: BookingOccasion, messages: Pick<Messages, 'emails'>): Letter {
  const { locale, pool, topic, isOwnerSide, period, quantity, site, bookingId, condition } = about;
  const t = translator(locale, messages);
  const words = {
    thing: isolated(about.thing.title),
    owner: isolated(about.owner),
    borrower: isolated(about.borrower),
    pool: isolated(pool.name),
    when: formatPeriod(period, locale, pool.zone, 'short'),
    end: formatInstant(period.end, locale, pool.zone),
  };
  const speaker = speakerOf(about);
  return {
    locale,
    subject: t(`${topic}.subject`, words),
    greeting: t('greeting', { name: isolated(about.name) }),
    lead: [t(leadKey(about), words)],
    facts: [
      { term: t('facts.what'), value: words.thing },
      ...whenFacts(about, t),
      ...(about.change === null && quantity > 1
        ? [{ term: t('facts.quantity'), value: t('pieces', { count: quantity }) }]
        : []),
      ...(condition ? [{ term: t('facts.condition'), value: t(`conditions.${condition}`) }] : []),
      isOwnerSide
        ? { term: t('facts.borrower'), value: words.borrower }
        : { term: t('facts.owner'), value: words.owner },
      ...(about.purpose && isOwnerSide
        ? [{ term: t('facts.purpose'), value: isolated(shorten(about.purpose)) }]
        : []),
      ...(about.answerBy && AWAITED.has(topic)
        ? [{ term: t('facts.answerBy'), value: formatInstant(about.answerBy, locale, pool.zone) }]
        : []),
    ],
    quote: about.note
      ? {
          by: speaker ? t('noteBy', { name: words[speaker] }) : t('yourSide'),
          text: about.note,
        }
      : null,
    action: actionOf(about, t, site + paths.booking(locale, bookingId)),
    footer: [t(isOwnerSide ? 'footer.owner' : 'footer.borrower', words), t('footer.noReply')],
  };
}

type Translate = ReturnType<typeof translator>;

/** Where somebody is waited for. */
const AWAITED: ReadonlySet<BookingTopic> = new Set<BookingTopic>([
  'booking_requested',
  'booking_asked',
  'booking_answered',
  'booking_offered',
  'booking_change_proposed',
]);

function whenFacts({ change, locale, pool, period }: BookingOccasion, t: Translate) {
  if (!change) {
    return [{ term: t('facts.when'), value: formatPeriod(period, locale, pool.zone, 'long') }];
  }
  const isMore = change.from.quantity > 1 || change.to.quantity > 1;
  const say = ({ period: at, quantity }: Point) =>
    formatPeriod(at, locale, pool.zone, 'long') +
    (isMore ? `, ${t('pieces', { count: quantity })}` : '');
  return [
    { term: t('facts.before'), value: say(change.from) },
    { term: t('facts.after'), value: say(change.to) },
  ];
}

function actionOf(
  { topic, locale, site, bookingId, pool, thing }: BookingOccasion,
  t: Translate,
  booking: string,
): Letter['action'] {
  switch (topic) {
    case 'booking_requested':
    case 'booking_answered':
    case 'booking_change_proposed':
      return { label: t('decide'), href: `${site}${paths.inbox(locale)}#b-${bookingId}` };
    case 'booking_offered':
      return { label: t('yesOrNo'), href: booking };
    case 'booking_passed_over':
      return { label: t('instead'), href: booking };
    case 'booking_asked':
      return { label: t('answer'), href: booking };
    case 'booking_declined':
      return { label: t('again'), href: site + paths.resource(locale, pool.slug, thing.slug) };
    default:
      return { label: t('open'), href: booking };
  }
}

const TWO_SIDED = [
  'booking_booked',
  'booking_expired',
  'booking_change_expired',
  'booking_overdue',
  'booking_damaged',
  'booking_no_show',
  'booking_changed',
] as const satisfies BookingTopic[];

function leadKey({ topic, isOwnerSide, side }: BookingOccasion) {
  if (topic === 'booking_cancelled') {
    if (isOwnerSide) return `${topic}.leadOwner` as const;
    if (side === 'system') return `${topic}.leadBySystem` as const;
    return side === 'owner'
      ? (`${topic}.leadByOwner` as const)
      : (`${topic}.leadBorrower` as const);
  }
  const twoSided = TWO_SIDED.find((known) => known === topic);
  if (twoSided) {
    return isOwnerSide ? (`${twoSided}.leadOwner` as const) : (`${twoSided}.leadBorrower` as const);
  }
  return `${topic as Exclude<BookingTopic, 'booking_cancelled' | (typeof TWO_SIDED)[number]>}.lead` as const;
}

/** Whose note it is; null where the reader's own side wrote it. */
function speakerOf({ side, isOwnerSide }: BookingOccasion): 'owner' | 'borrower' | null {
  if (side === 'system' || (side === 'owner') === isOwnerSide) return null;
  return side;
}

function writeAboutOrganisation(
  about: OrganisationOccasion,
  messages: Pick<Messages, 'emails'>,
): Letter {
  const { locale, pool, topic, site, organisation, note } = about;
  const t = translator(locale, messages);
  const words = { organisation: isolated(organisation.name), pool: isolated(pool.name) };
  const isForOffice = topic === 'organisation_founded';
  const path = isForOffice
    ? paths.qmOrganisations(locale, pool.slug)
    : paths.organisation(locale, organisation.slug);
  return {
    locale,
    subject: t(`${topic}.subject`, words),
    greeting: t('greeting', { name: isolated(about.name) }),
    lead: [t(`${topic}.lead`, words)],
    facts: [],
    quote: note ? { by: t('officeNote'), text: note } : null,
    action: { label: t(isForOffice ? 'admit' : 'openOrganisation'), href: site + path },
    footer: [t(isForOffice ? 'footer.office' : 'footer.admin', words), t('footer.noReply')],
  };
}

function writeToOffice(about: OfficeOccasion, messages: Pick<Messages, 'emails'>): Letter {
  const { locale, pool, topic, site, note } = about;
  const t = translator(locale, messages);
  const words = { pool: isolated(pool.name) };
  return {
    locale,
    subject: t(`${topic}.subject`, words),
    greeting: t('greeting', { name: isolated(about.name) }),
    lead: [t(`${topic}.lead`)],
    facts: [],
    quote: note ? { by: t('reported'), text: note } : null,
    action: { label: t('seeBarriers'), href: site + paths.qmBarriers(locale, pool.slug) },
    footer: [t('footer.office', words), t('footer.noReply')],
  };
}

const LONG = 400;

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONG ? `${letters.slice(0, LONG).join('')}…` : text;
}
