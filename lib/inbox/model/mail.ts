import { createTranslator } from 'next-intl';
import { formatPeriod } from '../../platform/date-format';
import type { Period } from '../../platform/dates';
import type { Locale } from '../../platform/i18n/locales';
import type { Messages } from '../../platform/i18n/messages';
import { isolated, type Letter } from '../../platform/mail/letter';
import { paths } from '../../platform/paths';

export const BOOKING_TOPICS = [
  'booking_requested',
  'booking_booked',
  'booking_approved',
  'booking_declined',
  'booking_asked',
  'booking_answered',
  'booking_cancelled',
  'booking_expired',
] as const;
export const ORGANISATION_TOPICS = [
  'organisation_founded',
  'organisation_admitted',
  'organisation_suspended',
] as const;
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
};

export type OrganisationOccasion = Occasion & {
  topic: OrganisationTopic;
  organisation: { name: string; slug: string };
};

export type MailOccasion = BookingOccasion | OrganisationOccasion;

/** What a person is told about an event, in their language. Pure: the same occasion, the same letter. */
export function writeLetter(occasion: MailOccasion, messages: Pick<Messages, 'emails'>): Letter {
  return 'bookingId' in occasion
    ? writeAboutBooking(occasion, messages)
    : writeAboutOrganisation(occasion, messages);
}

function translator(locale: Locale, messages: Pick<Messages, 'emails'>) {
  return createTranslator({ locale, messages, namespace: 'emails' });
}

function writeAboutBooking(about: BookingOccasion, messages: Pick<Messages, 'emails'>): Letter {
  const { locale, pool, topic, isOwnerSide, period, quantity, site, bookingId } = about;
  const t = translator(locale, messages);
  const words = {
    thing: isolated(about.thing.title),
    owner: isolated(about.owner),
    borrower: isolated(about.borrower),
    pool: isolated(pool.name),
    when: formatPeriod(period, locale, pool.zone, 'short'),
  };
  const speaker = speakerOf(topic, isOwnerSide);
  return {
    locale,
    subject: t(`${topic}.subject`, words),
    greeting: t('greeting', { name: isolated(about.name) }),
    lead: [t(leadKey(topic, isOwnerSide), words)],
    facts: [
      { term: t('facts.what'), value: words.thing },
      { term: t('facts.when'), value: formatPeriod(period, locale, pool.zone, 'long') },
      ...(quantity > 1
        ? [{ term: t('facts.quantity'), value: t('pieces', { count: quantity }) }]
        : []),
      isOwnerSide
        ? { term: t('facts.borrower'), value: words.borrower }
        : { term: t('facts.owner'), value: words.owner },
      ...(about.purpose && isOwnerSide
        ? [{ term: t('facts.purpose'), value: isolated(shorten(about.purpose)) }]
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

function actionOf(
  { topic, locale, site, bookingId, pool, thing }: BookingOccasion,
  t: Translate,
  booking: string,
): Letter['action'] {
  switch (topic) {
    case 'booking_requested':
    case 'booking_answered':
      return { label: t('decide'), href: `${site}${paths.inbox(locale)}#b-${bookingId}` };
    case 'booking_asked':
      return { label: t('answer'), href: booking };
    case 'booking_declined':
      return { label: t('again'), href: site + paths.resource(locale, pool.slug, thing.slug) };
    case 'booking_booked':
    case 'booking_approved':
    case 'booking_cancelled':
    case 'booking_expired':
      return { label: t('open'), href: booking };
  }
}

function leadKey(topic: BookingTopic, isOwnerSide: boolean) {
  switch (topic) {
    case 'booking_booked':
    case 'booking_cancelled':
    case 'booking_expired':
      return isOwnerSide ? (`${topic}.leadOwner` as const) : (`${topic}.leadBorrower` as const);
    case 'booking_requested':
    case 'booking_approved':
    case 'booking_declined':
    case 'booking_asked':
    case 'booking_answered':
      return `${topic}.lead` as const;
  }
}

/** Whose note it is; null where the reader's own side may have written it. */
function speakerOf(topic: BookingTopic, isOwnerSide: boolean): 'owner' | 'borrower' | null {
  switch (topic) {
    case 'booking_requested':
    case 'booking_answered':
      return 'borrower';
    case 'booking_approved':
    case 'booking_declined':
    case 'booking_asked':
      return 'owner';
    case 'booking_booked':
    case 'booking_cancelled':
    case 'booking_expired':
      return isOwnerSide ? 'borrower' : null;
  }
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

const LONG = 400;

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONG ? `${letters.slice(0, LONG).join('')}…` : text;
}
