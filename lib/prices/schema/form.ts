import { z } from 'zod';
import { Blanks } from '../../platform/blanks';
import { fieldName } from '../../platform/errors';
import {
  COUNTED_UNITS,
  DUES,
  EXTRA_UNITS,
  GROUP_MODES,
  PRICE_GROUPS,
  PRICE_MODES,
  TARIFF_UNITS,
  type PriceGroup,
  type TariffUnit,
} from '../model';

/**
 * The price editor posts one flat form. A field is named like the path at which SQL refuses it
 * (`p_prices.groups.others.day.first_minor`), so that a refusal finds its blank by itself.
 */
export const priceField = (...path: (string | number)[]): string =>
  fieldName(`p_prices.${path.join('.')}`);

type Json = Record<string, unknown>;

function readTariff(blanks: Blanks, group: PriceGroup, unit: TariffUnit): Json | null {
  const at = ['groups', group, unit] as const;
  const first = blanks.money(...at, 'first_minor');
  const isCounted = COUNTED_UNITS.includes(unit);
  const further = isCounted ? blanks.money(...at, 'further_minor') : undefined;
  const free = isCounted ? blanks.whole(1000, ...at, 'free_units') : undefined;
  if (first === undefined) {
    // the rest of a sentence without its beginning
    if (further !== undefined || free !== undefined)
      blanks.refuse('required', ...at, 'first_minor');
    return null;
  }
  const minimum = blanks.money('groups', group, 'minimum_minor');
  return {
    first_minor: first,
    per_item: blanks.ticked('groups', group, 'per_item'),
    ...(further === undefined ? {} : { further_minor: further }),
    ...(free === undefined ? {} : { free_units: free }),
    ...(minimum === undefined ? {} : { minimum_minor: minimum }),
  };
}

function readGroups(blanks: Blanks): Json {
  const groups: Json = {};
  for (const group of PRICE_GROUPS) {
    const isFilled = TARIFF_UNITS.some(
      (unit) => blanks.text('groups', group, unit, 'first_minor') !== '',
    );
    // an amount says enough, whether or not somebody also chose “pays”
    const mode =
      blanks.choice(GROUP_MODES, 'groups', group, 'mode') ?? (isFilled ? 'tariff' : undefined);
    if (mode === undefined) continue;
    if (mode !== 'tariff') {
      groups[group] = { mode };
      continue;
    }
    const tariffs = TARIFF_UNITS.map((unit) => [unit, readTariff(blanks, group, unit)] as const);
    const given = tariffs.filter(([, tariff]) => tariff !== null);
    if (given.length === 0) blanks.refuse('required', 'groups', group, 'mode');
    groups[group] = Object.fromEntries(given);
  }
  return groups;
}

/** At most so many lines for extras; the form shows two empty ones after those there are. */
export const MOST_EXTRAS = 20;

function readExtras(blanks: Blanks): Json[] {
  const extras: Json[] = [];
  const names = new Set<string>();
  for (let i = 0; i < MOST_EXTRAS; i += 1) {
    const name = blanks.text('extras', i, 'name').slice(0, 80);
    if (name === '') continue;
    if (names.has(name)) blanks.refuse('twice', 'extras', i, 'name');
    names.add(name);
    const due = blanks.choice(DUES, 'extras', i, 'due') ?? 'asked';
    const amount = blanks.money('extras', i, 'amount_minor');
    const groups = Object.fromEntries(
      PRICE_GROUPS.flatMap((group) => {
        const own = blanks.money('extras', i, 'groups', group);
        return own === undefined ? [] : [[group, own] as const];
      }),
    );
    if (amount === undefined && due === 'asked' && Object.keys(groups).length === 0)
      blanks.refuse('required', 'extras', i, 'amount_minor');
    extras.push({
      name,
      due,
      unit: blanks.choice(EXTRA_UNITS, 'extras', i, 'unit') ?? 'flat',
      required: blanks.ticked('extras', i, 'required'),
      groups,
      ...(amount === undefined ? {} : { amount_minor: amount }),
    });
  }
  return extras;
}

const scope = z.looseObject({
  scope: z.enum(['organisation', 'resource']),
  id: z.uuid(),
});

/** The filled-in sentences as `set_prices` takes them. */
export const pricesSchema = scope.transform((form, context) => {
  const blanks = new Blanks(form, context, priceField);
  const mode = blanks.choice(PRICE_MODES, 'mode');
  const groups = mode === 'tariff' ? readGroups(blanks) : {};
  if (mode === 'tariff' && Object.keys(groups).length === 0) blanks.refuse('required', 'mode');
  const extras = readExtras(blanks);
  if (mode === undefined && extras.length > 0) blanks.refuse('extras_alone', 'mode');
  const prices: Json = {
    mode: mode ?? null,
    groups,
    extras,
    deposit_minor: blanks.money('deposit_minor') ?? null,
    deposit_per_item: blanks.ticked('deposit_per_item'),
    cleaning_minor: blanks.money('cleaning_minor') ?? null,
    cancel_free_days: blanks.whole(366, 'cancel_free_days') ?? null,
    cancel_fee_percent: blanks.whole(100, 'cancel_fee_percent') ?? null,
  };
  return { scope: form.scope, id: form.id, prices };
});

export type PricesInput = z.output<typeof pricesSchema>;

const GROUP = /^group\.([0-9a-f-]{36})$/;
const groupChoice = z.enum(['default', ...PRICE_GROUPS]);

/** The list of borrowers with the group chosen for each; only what differs from before is sent on. */
export const borrowersSchema = z.looseObject({ ownerId: z.uuid() }).transform((form) => ({
  ownerId: form.ownerId,
  changes: Object.entries(form).flatMap(([name, value]) => {
    const id = GROUP.exec(name)?.[1];
    const group = groupChoice.safeParse(value);
    if (!id || !group.success) return [];
    if (group.data === form[`was.${id}`]) return [];
    return [{ organisationId: id, group: group.data === 'default' ? null : group.data }];
  }),
}));

export type BorrowersInput = z.output<typeof borrowersSchema>;

export const copySchema = z.object({ fromResourceId: z.uuid(), toResourceId: z.uuid() });
export type CopyInput = z.output<typeof copySchema>;
