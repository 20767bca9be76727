import { asciiDigits } from './digits';
import { LOCALES, type Locale } from './i18n/locales';

/**
 * Money is a whole number of minor units (cents); it becomes a decimal only as text, never as a
 * floating point number.
 */
type Decimal = `${number}`;

function decimal(minor: number): Decimal {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const text = `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  // why the cast: padded digits around a point are a number, which a template type cannot see
  return text as Decimal;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, currency: string, isShort: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${isShort ? 'short' : 'full'}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(LOCALES[locale].tag, {
      style: 'currency',
      currency,
      trailingZeroDisplay: isShort ? 'stripIfInteger' : 'auto',
    });
    formatters.set(key, found);
  }
  return found;
}

/** “25,00 €”: for lines that stand one below the other. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  return formatter(locale, currency, false).format(decimal(minor));
}

/** “25 €”, “0,25 €”: inside a sentence. */
export function shortMoney(minor: number, currency: string, locale: Locale): string {
  return formatter(locale, currency, true).format(decimal(minor));
}

/** “25,00” for a field in which somebody goes on typing. */
export function moneyField(minor: number, locale: Locale): string {
  return new Intl.NumberFormat(LOCALES[locale].tag, {
    minimumFractionDigits: 2,
    useGrouping: false,
  }).format(decimal(minor));
}

/** “€”, as the language writes it. */
export function currencySign(currency: string, locale: Locale): string {
  const parts = formatter(locale, currency, true).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

const GROUPED = /^\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,](\d{1,2}))?$/u;
const PLAIN = /^\d+(?:[.,](\d{1,2}))?$/u;

/**
 * What people type as an amount, in minor units: “25”, “25,5”, “1.250,00”, “25 €”. Null when it is
 * none, or has parts of a cent.
 */
export function parseMoney(text: string): number | null {
  const bare = asciiDigits(text)
    // the separators of Arabic script, and marks that only say which way to read
    .replace(/٫/gu, ',')
    .replace(/٬/gu, '.')
    .replace(/\p{Cf}/gu, '')
    .replace(/€|\b(?:EUR|CHF)\b/gu, '')
    .replace(/\s/gu, ' ')
    .trim();
  const fraction = GROUPED.exec(bare) ?? PLAIN.exec(bare);
  if (!fraction) return null;
  const cents = fraction[1] ?? '';
  const whole = (cents ? bare.slice(0, -cents.length - 1) : bare).replace(/\D/gu, '');
  const minor = Number(whole + cents.padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
