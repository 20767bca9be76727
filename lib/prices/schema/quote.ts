import { z } from 'zod';
import { EXTRA_UNITS, PRICE_GROUPS, PRICE_MODES, TARIFF_UNITS, type Quote } from '../model';

const line = z.object({
  kind: z.enum(['tariff', 'extra', 'cleaning']),
  part: z.enum(['free', 'first', 'further', 'minimum']).nullish(),
  label: z.string().nullish(),
  unit: z.enum([...TARIFF_UNITS, ...EXTRA_UNITS]),
  quantity: z.number().int(),
  items: z.number().int().nullish(),
  unit_minor: z.number().int(),
  amount_minor: z.number().int(),
});

const extra = z.object({
  label: z.string(),
  unit: z.enum(EXTRA_UNITS),
  unit_minor: z.number().int().nullable(),
  required: z.boolean(),
});

const quoteSchema = z.object({
  mode: z.enum([...PRICE_MODES, 'refused']).nullable(),
  currency: z.string().nullable(),
  group: z.enum([...PRICE_GROUPS, 'own']).nullable(),
  lines: z.array(line),
  total_minor: z.number().int().nullable(),
  from_minor: z.number().int().nullish(),
  deposit_minor: z.number().int(),
  choices: z.array(extra),
  settled: z.array(extra),
  cancel: z
    .object({
      free_until: z.string().nullable(),
      fee_percent: z.number().int(),
      fee_minor: z.number().int().nullable(),
    })
    .nullable(),
});

/** The price as SQL tells it (private.price), in our words; null where none was quoted. */
export function readQuote(json: unknown): Quote | null {
  if (json === null || json === undefined) return null;
  const found = quoteSchema.parse(json);
  return {
    mode: found.mode,
    currency: found.currency ?? 'EUR',
    group: found.group,
    lines: found.lines.map((one) => ({
      kind: one.kind,
      part: one.part ?? null,
      label: one.label ?? null,
      unit: one.unit,
      quantity: one.quantity,
      items: one.items ?? null,
      each: one.unit_minor,
      amount: one.amount_minor,
    })),
    total: found.total_minor,
    from: found.from_minor ?? null,
    deposit: found.deposit_minor,
    choices: found.choices.map(readExtra),
    settled: found.settled.map(readExtra),
    cancel: found.cancel && {
      freeUntil: found.cancel.free_until === null ? null : new Date(found.cancel.free_until),
      feePercent: found.cancel.fee_percent,
      fee: found.cancel.fee_minor,
    },
  };
}

function readExtra({ label, unit, unit_minor: each, required }: z.output<typeof extra>) {
  return { label, unit, each, isRequired: required };
}

const feeSchema = z.object({ fee_minor: z.number().int().nullish() });

/** The fee that calling off has cost (details of that act); undefined where it cost nothing. */
export function readFee(details: unknown): number | null | undefined {
  const found = feeSchema.safeParse(details);
  return found.success ? found.data.fee_minor : undefined;
}
