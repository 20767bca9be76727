import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icons';
import { LACKS, STATED_ON, TESTED, WORKS } from '@/lib/accessibility/model';
import { formatDay } from '@/lib/platform/date-format';

/** What works for everybody, what does not, and how we know. */
export async function Statement() {
  const [t, locale] = await Promise.all([getTranslations('accessibility'), getLocale()]);
  return (
    <div className="space-y-8">
      <section aria-labelledby="status">
        <h2 id="status" className="mb-2 text-xl">
          {t('statusTitle')}
        </h2>
        <p className="max-w-prose">{t('status')}</p>
      </section>
      <Points id="works" title={t('worksTitle')} icon="check" look="text-leaf">
        {WORKS.map((key) => t(`works.${key}`))}
      </Points>
      <Points id="lacks" title={t('lacksTitle')} icon="minus" look="text-brick">
        {LACKS.map((key) => t(`lacks.${key}`))}
      </Points>
      <Points id="tested" title={t('testedTitle')} icon="search" look="text-muted">
        {TESTED.map((key) => t(`tested.${key}`))}
      </Points>
      <p className="text-muted">
        <time dateTime={STATED_ON}>
          {t('stated', { date: formatDay(STATED_ON, locale, 'date') })}
        </time>
      </p>
    </div>
  );
}

type PointsProps = {
  id: string;
  title: string;
  icon: IconName;
  look: string;
  children: ReactNode[];
};

function Points({ id, title, icon, look, children }: PointsProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-xl">
        {title}
      </h2>
      <ul className="max-w-prose space-y-2.5">
        {children.map((point, index) => (
          <li key={index} className="flex gap-2.5">
            <Icon name={icon} className={`mt-1 size-5 ${look}`} />
            <span className="min-w-0">{point}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
