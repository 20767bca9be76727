import type { Period } from '../platform/dates';

/** The closed lists as the database checks them. */
export const PRICE_GROUPS = ['members', 'common_good', 'local', 'others', 'commercial'] as const;
export type PriceGroup = (typeof PRICE_GROUPS)[number];

export const PRICE_MODES = ['free', 'donation', 'tariff', 'on_request'] as const;
export type PriceMode = (typeof PRICE_MODES)[number];

/** How one group is served: at the amounts of the tariff, otherwise, or not at all. */
export const GROUP_MODES = ['tariff', 'free', 'donation', 'on_request', 'refused'] as const;
export type GroupMode = (typeof GROUP_MODES)[number];

export const TARIFF_UNITS = ['hour', 'day', 'weekend', 'event'] as const;
export type TariffUnit = (typeof TARIFF_UNITS)[number];
/** Units of which there can be several. */
export const COUNTED_UNITS: readonly TariffUnit[] = ['hour', 'day'];

export const EXTRA_UNITS = [
  'flat',
  'piece',
  'person',
  'hour',
  'day',
  'kilometre',
  'kwh',
  'cubic_metre',
] as const;
export type ExtraUnit = (typeof EXTRA_UNITS)[number];

export const DUES = ['asked', 'settled'] as const;
export type Due = (typeof DUES)[number];

/** One amount; minor units of the pool's currency throughout. */
export type Tariff = {
  unit: TariffUnit;
  first: number;
  /** Null: as the first. */
  further: number | null;
  isPerItem: boolean;
  minimum: number;
  freeUnits: number;
};

export type GroupPrice = { group: PriceGroup; mode: GroupMode; tariffs: Tariff[] };

export type Extra = {
  name: string;
  unit: ExtraUnit;
  due: Due;
  isRequired: boolean;
  /** For everybody without an amount of their own; null: by what it took, or only groups have one. */
  amount: number | null;
  groups: Partial<Record<PriceGroup, number>>;
  /** Whether groups without an own amount have this extra at all. */
  isForAll: boolean;
};

/** What a level of terms says about money, as it was written there. */
export type Prices = {
  currency: string;
  mode: PriceMode | null;
  groups: GroupPrice[];
  extras: Extra[];
  deposit: number | null;
  isDepositPerItem: boolean;
  cleaning: number | null;
  cancelFreeDays: number | null;
  cancelFeePercent: number | null;
};

export const NO_PRICES: Prices = {
  currency: 'EUR',
  mode: null,
  groups: [],
  extras: [],
  deposit: null,
  isDepositPerItem: false,
  cleaning: null,
  cancelFreeDays: null,
  cancelFeePercent: null,
};

/** What stands on a card: the least first unit of any group, and whether it is the only price. */
export type PriceTag = {
  mode: PriceMode;
  currency: string;
  unit: TariffUnit | null;
  from: number | null;
  isExact: boolean;
  isFreeForSome: boolean;
};

export type QuoteLine = {
  kind: 'tariff' | 'extra' | 'cleaning';
  part: 'free' | 'first' | 'further' | 'minimum' | null;
  /** The owner's words for an extra. */
  label: string | null;
  unit: TariffUnit | ExtraUnit;
  quantity: number;
  /** How many things it counts for, where it is per item. */
  items: number | null;
  each: number;
  amount: number;
};

export type QuoteExtra = {
  label: string;
  unit: ExtraUnit;
  /** Null: as much as it took. */
  each: number | null;
  isRequired: boolean;
};

/** What the database quotes for a wish; null where nothing is said or known. */
export type Quote = {
  mode: PriceMode | 'refused' | null;
  currency: string;
  group: PriceGroup | 'own' | null;
  lines: QuoteLine[];
  total: number | null;
  /** Without a borrower: what the group that pays least would pay. */
  from: number | null;
  deposit: number;
  choices: QuoteExtra[];
  settled: QuoteExtra[];
  cancel: { freeUntil: Date | null; feePercent: number; fee: number | null } | null;
};

/** Whether there is anything to tell. */
export function saysSomething(quote: Quote): boolean {
  return (
    quote.mode !== null || quote.deposit > 0 || quote.lines.length > 0 || quote.cancel !== null
  );
}

/**
 * What cancelling at this moment costs the borrower, as private.cancellation_fee says: 0 nothing,
 * null a share that nobody has put into figures yet.
 */
export function cancellationFee(quote: Quote | null, status: string, at: Date): number | null {
  if (!quote?.cancel || status !== 'approved') return 0;
  const { freeUntil, fee } = quote.cancel;
  return freeUntil && at < freeUntil ? 0 : fee;
}

/** Somebody who may borrow from an owner, and the price group they count in. */
export type Borrower = {
  id: string;
  name: string;
  byDefault: 'common_good' | 'others';
  assigned: PriceGroup | null;
};

/** A quote as sentences and lines, ready to be shown; plain data, because an island receives it. */
export type QuoteWords = {
  /** “Kostenlos”, “Gegen Spende”: what there is instead of lines, or above them. */
  headline: string | null;
  rows: { label: string; detail: string; amount: string }[];
  total: { label: string; amount: string } | null;
  notes: string[];
  choices: { name: string; label: string; isRequired: boolean }[];
  isRefused: boolean;
};

/** Whose price, for what and when. */
export type Wish = {
  resourceId: string;
  organisationId: string | null;
  period: Period;
  quantity: number;
  extras: Record<string, number>;
};
