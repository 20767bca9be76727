import { getLocale, getTranslations } from 'next-intl/server';
import { DAY_PARTS, rangeKey } from '@/lib/availability/model';
import type { Locale } from '@/lib/platform/i18n/locales';
import type { TimeChoice, TimeFields } from '@/lib/terms/model/choices';

/** What the island below says and offers; handed over so that no message file travels to the browser. */
export type WhenWords = {
  from: string;
  to: string;
  part: string;
  /** Times of the day as one tap each; one alone is not asked for. None: the days are all there is. */
  parts: { value: string; label: string }[];
  start: string;
  end: string;
  /** Times that can be had; null: any. */
  grid: { starts: string[]; ends: { value: string; label: string }[] } | null;
  /** What is said instead of a choice. */
  note: string;
  /** The same hours fit on any day: another day leaves them as they are. */
  keepsHours: boolean;
};

/** What a month to choose from says. */
export type MonthWords = {
  locale: Locale;
  previous: string;
  next: string;
  one: string;
  several: string;
  hint: string;
  presets: { today: string; tomorrow: string; weekend: string };
};

export async function monthWords(): Promise<MonthWords> {
  const [t, locale] = await Promise.all([getTranslations('availability'), getLocale()]);
  return {
    locale,
    previous: t('month.previous'),
    next: t('month.next'),
    one: t('pick.one'),
    several: t('pick.several'),
    hint: t('pick.hint'),
    presets: {
      today: t('preset.today'),
      tomorrow: t('preset.tomorrow'),
      weekend: t('preset.weekend'),
    },
  };
}

/** Days and nothing else, as the form calls the first and the last one. */
export function daysWords(from: string, to: string): WhenWords {
  return {
    ...{ from, to, part: '', parts: [], start: '', end: '', grid: null, note: '' },
    keepsHours: false,
  };
}

/** The fields of a time, as the rules of a thing allow it; without rules, any. */
export async function whenWords(fields: TimeFields = { kind: 'free' }): Promise<WhenWords> {
  const [t, own] = await Promise.all([
    getTranslations('availability.when'),
    getTranslations('terms.when'),
  ]);
  const words = {
    from: t('from'),
    to: t('to'),
    part: t('part'),
    parts: [] as WhenWords['parts'],
    start: t('start'),
    end: t('end'),
    grid: null,
    note: '',
    keepsHours: fields.kind === 'free',
  };
  const midnight = (time: string) => (time === '00:00' ? '24:00' : time);
  const label = ({ name, start, end }: TimeChoice, isOwnAllowed: boolean) => {
    const values = { name, start, end: midnight(end) };
    if (name) return own('named', values);
    return own(isOwnAllowed ? 'range' : 'all', values);
  };
  switch (fields.kind) {
    case 'free':
      return { ...words, parts: DAY_PARTS.map((value) => ({ value, label: t(`parts.${value}`) })) };
    case 'ranges': {
      const { choices, isOwnAllowed } = fields;
      const parts = choices.map((choice) => ({
        value: rangeKey(choice),
        label: label(choice, isOwnAllowed),
      }));
      if (isOwnAllowed) parts.push({ value: 'own', label: t('parts.own') });
      return { ...words, parts };
    }
    case 'fixed': {
      const { start: pickup, end } = fields.range;
      return {
        ...words,
        parts: [{ value: rangeKey(fields.range), label: '' }],
        note: own('fixed', { pickup, back: midnight(end) }),
      };
    }
    case 'grid':
      return {
        ...words,
        parts: [{ value: 'own', label: '' }],
        grid: {
          starts: fields.starts,
          ends: fields.ends.map((value) => ({ value, label: midnight(value) })),
        },
      };
  }
}
