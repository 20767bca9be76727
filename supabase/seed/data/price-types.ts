/** What `set_prices` takes, as the demo data writes it; amounts in cents. */
export type GroupSeed = 'members' | 'common_good' | 'local' | 'others' | 'commercial';

interface TariffSeed {
  first_minor: number;
  further_minor?: number;
  per_item?: boolean;
  minimum_minor?: number;
  free_units?: number;
}

type GroupPriceSeed =
  | { mode: 'free' | 'donation' | 'on_request' | 'refused' }
  | Partial<Record<'hour' | 'day' | 'weekend' | 'event', TariffSeed>>;

interface ExtraSeed {
  name: string;
  unit: 'person' | 'kilometre' | 'piece' | 'hour' | 'day' | 'kwh' | 'cubic_metre' | 'flat';
  due: 'asked' | 'settled';
  required?: boolean;
  amount_minor?: number;
  groups?: Partial<Record<GroupSeed, number>>;
}

export interface PricesSeed {
  mode?: 'free' | 'donation' | 'tariff' | 'on_request';
  groups?: Partial<Record<GroupSeed, GroupPriceSeed>>;
  extras?: ExtraSeed[];
  deposit_minor?: number;
  deposit_per_item?: boolean;
  cleaning_minor?: number;
  cancel_free_days?: number;
  cancel_fee_percent?: number;
}

/** What `set_terms` takes. */
export type TermsSeed = Record<string, unknown>;

const day = (first: number, further = first): GroupPriceSeed => ({
  day: { first_minor: first, further_minor: further },
});
const event = (first: number): GroupPriceSeed => ({ event: { first_minor: first } });

/** “Preisgruppe 1 / 2 / 3”: members, others for the common good, everybody else; by the day. */
export const threeGroups = (
  ...[members, commonGood, others]: [first: number, further?: number][]
): PricesSeed => ({
  mode: 'tariff',
  groups: {
    ...(members ? { members: day(...members) } : {}),
    ...(commonGood ? { common_good: day(...commonGood) } : {}),
    ...(others ? { others: day(...others) } : {}),
  },
});

export { day, event };
