import { offerTermsOfRooms } from './offer-terms-rooms';
import { day, event, threeGroups, type PricesSeed, type TermsSeed } from './price-types';

export interface OfferTerms {
  terms?: TermsSeed;
  prices?: PricesSeed;
  /** What is left of the published words once the rest is a rule: nothing a machine could check. */
  rules?: string;
  priceNote?: string;
  depositNote?: string;
}

/** Tuesday and Thursday, 9:30 to 11:30: then things are handed out and taken back. */
const storeHours: TermsSeed = {
  opening: 'hours',
  hours_apply: 'handover',
  opening_hours: [2, 4].map((weekday) => ({ weekday, opens_at: '09:30', closes_at: '11:30' })),
};
const late = { name: 'Verspätung', unit: 'day', due: 'settled', amount_minor: 500 } as const;
/** “nur Vereine, Schulen, Kindergärten, soziale Träger”: whom the QM recognised; the price is not published. */
const onlyCommonGood: PricesSeed = {
  mode: 'tariff',
  groups: { common_good: { mode: 'on_request' }, others: { mode: 'refused' } },
};

/** The published terms as rules: what each offer says about price, groups, deposit and times. */
export const offerTerms: Record<string, OfferTerms | undefined> = {
  ...offerTermsOfRooms,
  '9-Sitzer-Bus': {
    prices: {
      mode: 'tariff',
      groups: { members: day(2500), common_good: day(4500), others: { mode: 'refused' } },
      extras: [
        {
          name: 'Kilometer mit Kraftstoff',
          unit: 'kilometre',
          due: 'settled',
          required: true,
          amount_minor: 25,
        },
      ],
    },
    rules: 'Nur für Kinder- und Jugendarbeit.',
  },
  Spielmobil: {
    prices: {
      ...threeGroups([5000], [11000], [25000]),
      extras: [
        {
          name: 'Auf- und Abbau',
          unit: 'flat',
          due: 'asked',
          // two amounts are published for three groups: the second holds from group 2 on
          groups: { members: 4000, common_good: 6000, others: 6000 },
        },
        {
          name: 'Betreuung',
          unit: 'hour',
          due: 'asked',
          groups: { members: 1000, common_good: 1000, others: 1500 },
        },
      ],
    },
    rules: 'Ohne Transport.',
  },
  'Hüpfburg groß': {
    prices: {
      ...threeGroups([7500, 5000], [15000, 7500], [25000, 12500]),
      extras: [
        {
          name: 'Reinigung',
          unit: 'hour',
          due: 'settled',
          groups: { members: 2600, common_good: 3600, others: 4600 },
        },
      ],
    },
  },
  Innenspielmobil: { prices: threeGroups([3000, 1500], [5000, 2500], [10000, 5000]) },
  Schminkkoffer: {
    prices: {
      mode: 'tariff',
      groups: {
        members: { day: { first_minor: 1000, further_minor: 500, per_item: true } },
        common_good: { day: { first_minor: 1500, further_minor: 750, per_item: true } },
        others: { day: { first_minor: 2500, further_minor: 1250, per_item: true } },
      },
    },
  },
  'Bingo-Spiel': {
    prices: {
      mode: 'tariff',
      groups: { members: { mode: 'free' }, common_good: day(500, 250), others: day(1000, 500) },
    },
  },
  'Mega-Ball': { prices: threeGroups([1000, 250], [1500, 500], [2000, 1000]) },
  'Hüpfburg 5 x 6 m mit Gebläse': {
    terms: storeHours,
    prices: {
      mode: 'tariff',
      groups: { members: event(5500), common_good: event(7000), others: event(11000) },
      deposit_minor: 15000,
    },
    rules: 'Fahrzeug mit Anhängerkupplung nötig. Andere Ausgabezeiten nach Vereinbarung.',
  },
  Glücksrad: {
    terms: storeHours,
    rules: 'Nur beiliegende Stifte; ebener Untergrund.',
    depositNote: 'auf Rechnung',
  },
  Buttonmaschine: {
    prices: {
      mode: 'tariff',
      groups: { common_good: { mode: 'donation' }, others: event(1000) },
      extras: [
        // 0.30 each, sold in packs
        { name: 'Rohlinge, Packung zu 50', unit: 'piece', due: 'asked', amount_minor: 1500 },
        { name: 'Rohlinge, Packung zu 30', unit: 'piece', due: 'asked', amount_minor: 900 },
        late,
      ],
      deposit_minor: 2000,
    },
  },
  Mittelalterkostüme: {
    prices: { mode: 'donation', extras: [late], deposit_minor: 1000, deposit_per_item: true },
    rules: 'Gewaschen und gebügelt zurück.',
  },
  Feldbetten: { prices: onlyCommonGood },
  'Zelt 10 Personen': { prices: onlyCommonGood },
  'Zelt 20 Personen': { prices: onlyCommonGood },
  'Beamer und Leinwand': { terms: { audience: 'pool' }, prices: { mode: 'free' } },
  'Slackline-Set': { terms: { audience: 'pool' }, prices: { mode: 'free' } },
  'Geräteverleih Jugendring allgemein': {
    prices: {
      mode: 'on_request',
      extras: [
        {
          name: 'Absage bei Schlechtwetter, Bearbeitung',
          unit: 'flat',
          due: 'settled',
          amount_minor: 600,
        },
        {
          name: 'Absage bei Schlechtwetter, Großgerät',
          unit: 'flat',
          due: 'settled',
          amount_minor: 1600,
        },
      ],
      cancel_free_days: 14,
      cancel_fee_percent: 90,
    },
    rules:
      'Vergeben wir es noch anders, entfallen die 90 %. Weitergabe an die nächste Gruppe vorgesehen.',
  },
};
