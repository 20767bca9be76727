import { day, event, type PricesSeed } from './data/price-types';

const AMOUNT = String.raw`(\d+),(\d\d)`;
const minor = (match: RegExpExecArray, group = 1) =>
  Number(match[group]) * 100 + Number(match[group + 1]);
const tariff = (others: NonNullable<PricesSeed['groups']>['others']): PricesSeed => ({
  mode: 'tariff',
  groups: others ? { others } : {},
});

type Read = [pattern: RegExp, prices: (match: RegExpExecArray) => PricesSeed];

/** The price notes of the demo that say no more than a price does. */
const readings: Read[] = [
  [/^(?:frei|kostenlos)$/, () => ({ mode: 'free' })],
  [/^Spende$/, () => ({ mode: 'donation' })],
  [new RegExp(`^${AMOUNT}$`), (match) => tariff(event(minor(match)))],
  [new RegExp(`^${AMOUNT} je Tag$`), (match) => tariff(day(minor(match)))],
  [new RegExp(`^${AMOUNT} je Stunde$`), (match) => tariff({ hour: { first_minor: minor(match) } })],
  [
    new RegExp(`^${AMOUNT} je (?:Boot|Podest|Kostüm|Rad|Hütte)$`),
    (match) => tariff({ event: { first_minor: minor(match), per_item: true } }),
  ],
  [
    new RegExp(`^Vereine ${AMOUNT} je Tag, andere ${AMOUNT}$`),
    (match) => ({
      mode: 'tariff',
      groups: { common_good: day(minor(match)), others: day(minor(match, 3)) },
    }),
  ],
];

/** What a note means, when it is nothing but a price: then the words need not stand there too. */
export function pricesFromNote(note: string): { prices: PricesSeed } | null {
  for (const [pattern, read] of readings) {
    const match = pattern.exec(note);
    if (match) return { prices: read(match) };
  }
  return null;
}
