import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import type { When } from '@/lib/availability/model';
import { paths } from '@/lib/platform/paths';

type PlanLinkProps = { pool: string; slug: string; when: When | null; quantity: number };

/** The way from one time to many. What is chosen already comes along. */
export async function PlanLink({ pool, slug, when, quantity }: PlanLinkProps) {
  const [t, locale] = await Promise.all([getTranslations('series.plan'), getLocale()]);
  return (
    <p className="mt-4">
      <LinkButton
        href={paths.planSeries(locale, pool, slug, {
          ...(when ? { from: when.from } : {}),
          ...(when?.start ? { start: when.start } : {}),
          ...(when?.end ? { end: when.end } : {}),
          ...(quantity > 1 ? { n: String(quantity) } : {}),
        })}
        variant="quiet"
        size="small"
        icon="refresh"
      >
        {t('open')}
      </LinkButton>
    </p>
  );
}
