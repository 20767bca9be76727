import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatInstant, formatList } from '../../platform/date-format';
import { formatMoney, shortMoney } from '../../platform/money';
import type { Quote, QuoteExtra, QuoteLine, QuoteWords } from '../model';

/** Names that a quote does not know itself. */
export type QuoteGround = { owner: string; zone: string; isSignedIn: boolean };

async function wording() {
  const [t, locale] = await Promise.all([getTranslations('prices'), getLocale()]);
  return { t, locale };
}
type Wording = Awaited<ReturnType<typeof wording>>;

/** A quote in sentences and lines, in the language of the page. */
export async function quoteInWords(quote: Quote, ground: QuoteGround): Promise<QuoteWords> {
  const words = await wording();
  const { t, locale } = words;
  const { mode, currency, total, lines } = quote;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return {
    headline: headline(words, quote, ground),
    rows: lines.map((line) => ({
      ...lineInWords(words, line, currency),
      amount: money(line.amount),
    })),
    total:
      total !== null && lines.length > 0 ? { label: t('quote.total'), amount: money(total) } : null,
    notes: [
      ...groupNotes(words, quote),
      ...laterNotes(words, quote),
      ...cancelNote(words, quote, ground),
    ],
    choices: quote.choices.map((extra) => ({
      name: extra.label,
      isRequired: extra.isRequired,
      label: t('quote.choice', { label: extra.label, each: rate(words, extra, currency) }),
    })),
    isRefused: mode === 'refused',
  };
}

function headline({ t }: Wording, { mode, group }: Quote, { owner, isSignedIn }: QuoteGround) {
  if (mode === null || mode === 'tariff') return null;
  if (group === 'own') return t('quote.own');
  if (mode === 'on_request') return t('quote.on_request', { owner });
  if (mode !== 'refused') return t(`quote.${mode}`);
  const name = t(`group.${group ?? 'others'}`);
  return t(isSignedIn ? 'quote.refused' : 'quote.refusedNobody', { group: name });
}

function lineInWords({ t, locale }: Wording, line: QuoteLine, currency: string) {
  const { kind, part, unit, quantity, items } = line;
  const each = shortMoney(line.each, currency, locale);
  if (kind === 'cleaning') return { label: t('quote.cleaning'), detail: '' };
  if (part === 'minimum') return { label: t('quote.minimum'), detail: '' };
  const count = t(`count.${unit}`, { count: quantity });
  const times = items === null ? count : t('quote.times', { count, items });
  if (kind === 'extra') {
    return { label: line.label ?? '', detail: t('quote.each', { quantity: times, each }) };
  }
  if (part === 'free') return { label: times, detail: t('quote.free_part') };
  // “1 Tag zu 25 €” beside “25,00 €” would say it twice
  const detail = quantity === 1 && items === null ? '' : t('quote.at', { each });
  return part === 'further'
    ? { label: `${times} ${t('quote.further')}`, detail }
    : { label: times, detail };
}

function rate({ t, locale }: Wording, { each, unit }: QuoteExtra, currency: string): string {
  if (each === null) return t('list.effort');
  const amount = shortMoney(each, currency, locale);
  return t('tag.per', { amount, unit: t(`unit.${unit}`) });
}

function groupNotes(
  { t, locale }: Wording,
  { group, mode, from, total, currency }: Quote,
): string[] {
  const notes: string[] = [];
  if (group !== null && group !== 'own' && group !== 'others' && mode === 'tariff') {
    notes.push(t('quote.asGroup', { group: t(`group.${group}`) }));
  }
  if (from !== null && (total === null || from < total)) {
    notes.push(t('quote.from', { amount: shortMoney(from, currency, locale) }));
  }
  return notes;
}

function laterNotes(words: Wording, { deposit, settled, currency }: Quote): string[] {
  const { t, locale } = words;
  const notes: string[] = [];
  if (deposit > 0) {
    notes.push(t('quote.plusDeposit', { amount: shortMoney(deposit, currency, locale) }));
  }
  const always = settled.filter(({ isRequired }) => isRequired);
  if (always.length > 0) {
    const list = always.map((extra) =>
      t('quote.settledOne', { label: extra.label, each: rate(words, extra, currency) }),
    );
    notes.push(t('quote.settled', { list: formatList(list, locale) }));
  }
  return notes;
}

function cancelNote(
  { t, locale }: Wording,
  { cancel, currency }: Quote,
  { zone }: QuoteGround,
): string[] {
  if (!cancel) return [];
  const { freeUntil, fee, feePercent: percent } = cancel;
  const until = freeUntil && formatInstant(freeUntil, locale, zone);
  if (fee === null) {
    return [
      until ? t('quote.cancelShare', { until, percent }) : t('quote.cancelNowShare', { percent }),
    ];
  }
  const amount = shortMoney(fee, currency, locale);
  return [
    until ? t('quote.cancelUntil', { until, fee: amount }) : t('quote.cancelNow', { fee: amount }),
  ];
}
