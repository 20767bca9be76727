import { getLocale, getTranslations } from 'next-intl/server';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { OpenRequest } from '@/lib/bookings/model';
import { now } from '@/lib/platform/clock';
import { formatSoon } from '@/lib/platform/date-format';

const SOON_MS = 12 * 3_600_000;

/** Until when the slot is kept. Says it with more weight in the last hours; nothing counts down. */
export async function Deadline({ request }: { request: OpenRequest }) {
  const { holdExpiresAt, zone } = request;
  if (!holdExpiresAt) return null;
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()]);
  const at = now();
  const left = holdExpiresAt.getTime() - at.getTime();
  const until = formatSoon(holdExpiresAt, at, locale, zone);
  const isSoon = left < SOON_MS;
  return (
    <p
      className={cn(
        'flex items-center gap-1.5 text-sm',
        isSoon ? 'font-semibold text-marigold-ink' : 'text-muted',
      )}
    >
      <Icon name={isSoon ? 'bell' : 'clock'} className="size-4.5" />
      {left <= 0 ? t('ranOut') : t(isSoon ? 'soon' : 'until', { until })}
    </p>
  );
}
