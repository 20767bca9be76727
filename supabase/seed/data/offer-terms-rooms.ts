import type { OfferTerms } from './offer-terms';
import { day, event } from './price-types';

const FOUR_WEEKS = 28 * 1440;
const free = { mode: 'free' } as const;
const electricity = {
  name: 'Strom',
  unit: 'kwh',
  due: 'settled',
  required: true,
  amount_minor: 50,
} as const;

/** “Ende 1 Uhr”: the evening runs over midnight, so each day begins with its last hour. */
const untilOne = {
  opening: 'hours',
  hours_apply: 'use',
  opening_hours: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, opens_at: '00:00', closes_at: '01:00' },
    { weekday, opens_at: '08:00', closes_at: '24:00' },
  ]),
};

export const offerTermsOfRooms: Record<string, OfferTerms> = {
  Bürgersaal: { rules: 'Stuhllager 40 qm und Küche 14 qm mitnutzbar.' },
  'Kleiner Saal': { rules: 'Im selben Obergeschoss wie der Bürgersaal.' },
  Kulturscheune: {
    prices: free,
    rules: 'Keine privaten Feiern. Transponder holen, Alarmanlage schalten. Besenrein zurück.',
  },
  'Gruppenraum groß': { prices: free, rules: 'Keine privaten Feiern.' },
  'Gruppenraum klein': { prices: free, rules: 'Keine privaten Feiern.' },
  Teeküche: { prices: free },
  Gemeindehalle: {
    prices: { mode: 'on_request' },
    rules: 'Beschallung, große Küche, Kaffee für 120 Tassen, Behinderten-WC.',
    priceNote: 'nach Gebührenordnung',
  },
  'Saal mit Küche und Theke': {
    terms: { max_minutes: null, max_days: 2, day_count: 'calendar' },
    prices: {
      mode: 'tariff',
      // “örtliche Vereine, Einwohner, Auswärtige”
      groups: { common_good: day(5000), local: day(11000), others: day(21000) },
      extras: [{ name: 'Reinigung nach Aufwand', unit: 'flat', due: 'settled', required: true }],
    },
  },
  'Festsaal Erdgeschoss': { rules: 'Stufenlos, Behindertentoilette, Kühlzelle 11 Kubikmeter.' },
  'Saal Obergeschoss': { rules: 'Daneben Küche mit Sechsplattenherd.' },
  Vereinsraum: {
    prices: {
      mode: 'tariff',
      groups: { members: day(5000), others: { mode: 'on_request' } },
      extras: [electricity],
      cleaning_minor: 2500,
    },
    rules: 'Andere fragen beim Vorstand. 2-3 Tage vorher und 1-2 Tage danach frei, wenn möglich.',
  },
  'Bürgerhaus mit Küche': {
    terms: { request_mode: 'hold' },
    prices: {
      mode: 'tariff',
      groups: {
        members: event(6000),
        // “auf Beschluss frei”: the owner has to be asked
        common_good: { mode: 'on_request' },
        others: event(12000),
        commercial: event(20000),
      },
      extras: [
        electricity,
        { ...electricity, name: 'Wasser', unit: 'cubic_metre', amount_minor: 1000 },
        { ...electricity, name: 'Gas', unit: 'cubic_metre', amount_minor: 120 },
      ],
      cleaning_minor: 5000,
    },
    rules: 'Zusagen sind bindend.',
    priceNote: 'für Gemeinnützige auf Beschluss frei',
  },
  'Jugend-Café': {
    terms: { ...untilOne, lead_minutes: FOUR_WEEKS },
    prices: { mode: 'tariff', groups: { others: event(5000) }, deposit_minor: 10000 },
    rules: 'Nur bis 18 Jahre. Leiser ab 22 Uhr.',
  },
  Disco: {
    terms: {
      lead_minutes: FOUR_WEEKS,
      confirmations: [{ name: 'Einweisung', per: 'organisation' }],
    },
    prices: { mode: 'tariff', groups: { others: event(7500) }, deposit_minor: 15000 },
  },
};
