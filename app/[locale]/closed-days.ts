import { getTranslations } from 'next-intl/server';
import { openingWords } from '@/components/terms/opening-words';
import type { Day } from '@/lib/platform/dates';
import { hasOpening } from '@/lib/terms/model/rules';
import { listOpening } from '@/lib/terms/queries/opening';
import { findRules } from '@/lib/terms/queries/rules';

/** The days, both included, on which a thing is not given out, each with why: “geschlossen (Neujahr)”. */
export async function closedDays(thingId: string, from: Day, to: Day): Promise<Map<Day, string>> {
  const rules = await findRules(thingId);
  if (!rules || !hasOpening(rules)) return new Map();
  const [opening, words, t] = await Promise.all([
    listOpening(thingId, from, to),
    openingWords(),
    getTranslations('availability'),
  ]);
  return new Map(
    opening
      .filter(({ closed }) => closed !== null)
      .map((entry) => {
        const why = words.day(entry);
        return [
          entry.day,
          rules.hoursApply === 'handover' ? `${t('noHandover')} (${why})` : why,
        ] as const;
      }),
  );
}
