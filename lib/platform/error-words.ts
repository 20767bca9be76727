import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { AppError, ErrorParams } from './errors';
import type { FieldRule } from './form-schema';
import { LOCALES, type Locale } from './i18n/locales';

/** The sentence for a code, in the language of the page: messages/<locale>/errors.json. */
export async function errorSentence({ code, params = {} }: AppError): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('errors'), getLocale()]);
  // why the defaults: a sentence may choose by these, and a missing choice would be no sentence.
  return t(code, {
    reason: 'other',
    status: 'other',
    free: 0,
    promised: 0,
    ...params,
    ...durations(params, locale),
  });
}

const FIELD_RULES = [
  'required',
  'invalid',
  'too_short',
  'too_long',
  'too_small',
  'too_big',
  'too_few',
  'range',
  'email',
  'url',
  'choice',
  'missing',
  'end_before_start',
  'past',
  'code',
  'photo_too_big',
  'photo_broken',
  'money',
  'whole',
  'twice',
  'extras_alone',
] as const;

/** The sentence under a field: `common.field.<rule>`. */
export async function fieldSentence({ rule, params }: FieldRule): Promise<string> {
  const t = await getTranslations('common.field');
  const known = FIELD_RULES.find((name) => name === rule) ?? 'invalid';
  return t(known, { min: 0, max: 0, ...params });
}

/** `min_minutes: 2880` also becomes `duration: "2 Tage"`. */
function durations(params: ErrorParams, locale: Locale): ErrorParams {
  const minutes = Object.entries(params).find(([key]) => key.endsWith('_minutes'))?.[1];
  if (typeof minutes !== 'number') return { duration: '' };
  const [value, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return { duration: new Intl.NumberFormat(LOCALES[locale].tag, format).format(value) };
}
