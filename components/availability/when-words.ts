import { getTranslations } from 'next-intl/server';
import type { DAY_PARTS } from '@/lib/availability/model';
import { type DayPart } from '@/lib/availability/model';

/** What the island below says; handed over so that no message file travels to the browser. */
export type WhenWords = {
  from: string;
  to: string;
  part: string;
  parts: Record<DayPart, string>;
  start: string;
  end: string;
};

export async function whenWords(): Promise<WhenWords> {
  const t = await getTranslations('availability.when');
  return {
    from: t('from'),
    to: t('to'),
    part: t('part'),
    parts: {
      day: t('parts.day'),
      morning: t('parts.morning'),
      afternoon: t('parts.afternoon'),
      evening: t('parts.evening'),
      own: t('parts.own'),
    } satisfies Record<(typeof DAY_PARTS)[number], string>,
    start: t('start'),
    end: t('end'),
  };
}
