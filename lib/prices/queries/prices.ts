import 'server-only';
import { cache } from 'react';
import { oneOf } from '../../platform/closed-list';
import { anonymousDb } from '../../platform/db/anonymous';
import { rowsOf } from '../../platform/db/answer';
import { serverDb } from '../../platform/db/server';
import {
  DUES,
  EXTRA_UNITS,
  GROUP_MODES,
  NO_PRICES,
  PRICE_GROUPS,
  PRICE_MODES,
  TARIFF_UNITS,
  type Borrower,
  type Extra,
  type GroupPrice,
  type Prices,
  type PriceTag,
} from '../model';

/** What stands on cards, by resource; things that say nothing about money are missing. */
export async function listPriceTags(resourceIds: string[]): Promise<Map<string, PriceTag>> {
  if (resourceIds.length === 0) return new Map();
  const rows = rowsOf(await anonymousDb().rpc('price_tags', { p_resource_ids: resourceIds }));
  return new Map(
    rows.map((row) => {
      // why: the generated types do not know that columns of a function may be null.
      const from: number | null = row.from_minor;
      return [
        row.resource_id,
        {
          mode: oneOf(PRICE_MODES, row.mode),
          currency: row.currency,
          unit: TARIFF_UNITS.find((known) => known === row.unit) ?? null,
          from,
          isExact: row.is_exact,
          isFreeForSome: row.some_free,
        },
      ] as const;
    }),
  );
}

const LISTS =
  'tariffs(price_group, mode, unit, first_minor, further_minor, per_item, minimum_minor, free_units), extras(name, price_group, unit, amount_minor, due, required, position)';
const COLUMNS =
  'price_mode, deposit_minor, deposit_per_item, cleaning_minor, cancel_free_days, cancel_fee_percent';

/** What holds for a thing, from whichever level it comes; null when nothing is said about money. */
export const findPricesOf = cache(async (resourceId: string): Promise<Prices | null> => {
  const db = await serverDb();
  const terms = rowsOf(
    await db
      .from('effective_terms')
      .select(`price_terms_id, ${COLUMNS}, resources!inner(organisations!inner(pools(currency)))`)
      .eq('resource_id', resourceId)
      .maybeSingle(),
  );
  if (!terms) return null;
  const { price_terms_id: id, resources, ...scalars } = terms;
  const lists = id ? rowsOf(await db.from('terms').select(LISTS).eq('id', id).maybeSingle()) : null;
  const { pools } = resources.organisations;
  const prices = toPrices({ ...scalars, pools, ...(lists ?? { tariffs: [], extras: [] }) });
  const isSilent =
    prices.mode === null && !prices.deposit && !prices.cleaning && !prices.cancelFeePercent;
  return isSilent ? null : prices;
});

export type PriceScope = { organisationId: string; resourceId: string | null };

/** What one level says itself, for who changes it. */
export async function findOwnPrices({ organisationId, resourceId }: PriceScope): Promise<Prices> {
  const db = await serverDb();
  const level = db
    .from('terms')
    .select(`${COLUMNS}, ${LISTS}, pools(currency)`)
    .eq('organisation_id', organisationId);
  const row = rowsOf(
    await (
      resourceId ? level.eq('resource_id', resourceId) : level.is('resource_id', null)
    ).maybeSingle(),
  );
  return row ? toPrices(row) : NO_PRICES;
}

type TariffRow = {
  price_group: string;
  mode: string;
  unit: string | null;
  first_minor: number | null;
  further_minor: number | null;
  per_item: boolean;
  minimum_minor: number;
  free_units: number;
};

type ExtraRow = {
  name: string;
  price_group: string | null;
  unit: string;
  amount_minor: number | null;
  due: string;
  required: boolean;
  position: number;
};

type PriceRow = {
  price_mode: string | null;
  deposit_minor: number | null;
  deposit_per_item: boolean | null;
  cleaning_minor: number | null;
  cancel_free_days: number | null;
  cancel_fee_percent: number | null;
  tariffs: TariffRow[];
  extras: ExtraRow[];
  pools: { currency: string };
};

function toPrices(row: PriceRow): Prices {
  return {
    currency: row.pools.currency,
    mode: row.price_mode === null ? null : oneOf(PRICE_MODES, row.price_mode),
    groups: toGroups(row.tariffs),
    extras: toExtras(row.extras),
    deposit: row.deposit_minor,
    isDepositPerItem: row.deposit_per_item ?? false,
    cleaning: row.cleaning_minor,
    cancelFreeDays: row.cancel_free_days,
    cancelFeePercent: row.cancel_fee_percent,
  };
}

function toGroups(rows: TariffRow[]): GroupPrice[] {
  return PRICE_GROUPS.flatMap((group) => {
    const mine = rows.filter((row) => row.price_group === group);
    const [first] = mine;
    if (!first) return [];
    const tariffs = mine.flatMap((row) =>
      row.unit === null || row.first_minor === null
        ? []
        : {
            unit: oneOf(TARIFF_UNITS, row.unit),
            first: row.first_minor,
            further: row.further_minor,
            isPerItem: row.per_item,
            minimum: row.minimum_minor,
            freeUnits: row.free_units,
          },
    );
    const mode = oneOf(GROUP_MODES, first.mode);
    return [
      {
        group,
        mode,
        tariffs: tariffs.sort(
          (a, b) => TARIFF_UNITS.indexOf(a.unit) - TARIFF_UNITS.indexOf(b.unit),
        ),
      },
    ];
  });
}

/** Rows of one name are one extra with several amounts. */
function toExtras(rows: ExtraRow[]): Extra[] {
  const found = new Map<string, Extra>();
  for (const row of rows.toSorted((a, b) => a.position - b.position)) {
    const extra = found.get(row.name) ?? {
      name: row.name,
      unit: oneOf(EXTRA_UNITS, row.unit),
      due: oneOf(DUES, row.due),
      isRequired: row.required,
      amount: null,
      groups: {},
      isForAll: false,
    };
    if (row.price_group === null) {
      extra.amount = row.amount_minor;
      extra.isForAll = true;
    } else if (row.amount_minor !== null) {
      extra.groups[oneOf(PRICE_GROUPS, row.price_group)] = row.amount_minor;
    }
    found.set(row.name, extra);
  }
  return [...found.values()];
}

/** Everybody who may borrow from an owner, with the price group it gave them. */
export async function listBorrowers(ownerId: string, poolId: string): Promise<Borrower[]> {
  const db = await serverDb();
  const [organisations, groups] = await Promise.all([
    db
      .from('organisations')
      .select('id, name, common_good')
      .eq('pool_id', poolId)
      .eq('status', 'admitted')
      .neq('id', ownerId)
      .order('name'),
    db.from('price_groups').select('organisation_id, price_group').eq('owner_id', ownerId),
  ]);
  const assigned = new Map(
    rowsOf(groups).map((row) => [row.organisation_id, oneOf(PRICE_GROUPS, row.price_group)]),
  );
  return rowsOf(organisations).map(({ id, name, common_good: isCommonGood }) => ({
    id,
    name,
    byDefault: isCommonGood ? ('common_good' as const) : ('others' as const),
    assigned: assigned.get(id) ?? null,
  }));
}
