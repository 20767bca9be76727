import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatDay, formatDuration } from './date-format';
import { asDay } from './dates';
import type { AppError, ErrorParams } from './errors';
import type { FieldRule } from './form-schema';
import type { Locale } from './i18n/locales';

/** The sentence for a code, in the language of the page: messages/<locale>/errors.json. */
export async function errorSentence({ code, params = {} }: AppError): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('errors'), getLocale()]);
  // why the defaults: a sentence may choose by these, and a missing choice would be no sentence.
  return t(code, {
    reason: 'other',
    status: 'other',
    free: 0,
    promised: 0,
    max: 0,
    left: 0,
    lead_working_days: 0,
    per: 'other',
    ...TIMES,
    ...params,
    ...days(params, locale),
    ...durations(params, locale),
  });
}

// why: an all-day closure has no hours to tell, and then no sentence asks for them.
const TIMES = {
  on: '',
  from: '',
  opens: '',
  closes: '',
  before: '',
  after: '',
  at: '',
  parts: '',
  missing: '',
};

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
  'calendar',
  'photo_too_big',
  'photo_broken',
  'money',
  'whole',
  'twice',
  'line_twice',
  'less_than_least',
  'extras_alone',
  'rule',
  'no_end',
  'no_dates',
  'too_many_dates',
  'overlaps_itself',
  'other_rhythm',
  'dates',
] as const;

/** The sentence under a field: `common.field.<rule>`. */
export async function fieldSentence({ rule, params }: FieldRule): Promise<string> {
  const t = await getTranslations('common.field');
  const known = FIELD_RULES.find((name) => name === rule) ?? 'invalid';
  return t(known, { min: 0, max: 0, ...params });
}

/** `on: "2026-10-24"` becomes "Sa., 24. Okt.". */
function days(params: ErrorParams, locale: Locale): ErrorParams {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? [[key, formatDay(asDay(value), locale)]]
        : [],
    ),
  );
}

const DURATIONS = /_minutes$|^(?:min|max|horizon)_days$/;

/** `min_minutes: 2880` and `min_days: 2` also become `duration: "2 Tage"`. */
function durations(params: ErrorParams, locale: Locale): ErrorParams {
  const [name, value] = Object.entries(params).find(([key]) => DURATIONS.test(key)) ?? [];
  if (typeof value !== 'number') return { duration: '' };
  return { duration: formatDuration(name?.endsWith('_days') ? value * 1440 : value, locale) };
}
