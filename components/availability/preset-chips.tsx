import { getLocale, getTranslations } from 'next-intl/server';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { presets, whenKey, type When } from '@/lib/availability/model';
import { formatDay } from '@/lib/platform/date-format';
import type { Day } from '@/lib/platform/dates';

type PresetChipsProps = {
  today: Day;
  chosen: When | null;
  /** The address with this time; null takes the time away again. */
  whenHref: (when: When | null) => string;
};

/** When? The days most people look for, one tap each. */
export async function PresetChips({ today, chosen, whenHref }: PresetChipsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('availability.preset')]);
  return (
    <ChipRow label={t('label')}>
      {presets(today).map(({ name, when }) => {
        const isActive = whenKey(when) === whenKey(chosen);
        return (
          <ChipLink
            key={name}
            active={isActive}
            prefetch={false}
            href={whenHref(isActive ? null : when)}
          >
            {name === 'saturday' ? formatDay(when.from, locale, 'medium') : t(name)}
          </ChipLink>
        );
      })}
    </ChipRow>
  );
}
