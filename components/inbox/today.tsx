import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import type { Movement } from '@/lib/inbox/model/day';
import { formatTime } from '@/lib/platform/date-format';
import { isWholeDays } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

type TodayProps = {
  movements: Movement[];
  /** How much is out past its end. */
  late: number;
  /** Where it is handed over and taken back. */
  href: string;
};

/** What leaves and what returns today, and the way to where that is noted. */
export async function Today({ movements, late, href }: TodayProps) {
  const t = await getTranslations('inbox.today');
  return (
    <section className="edged mb-6 rounded-lg bg-leaf-soft p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base text-leaf-ink">{t('title')}</h2>
        <LinkButton href={href} variant="quiet" size="small" icon="share">
          {t('open')}
        </LinkButton>
      </div>
      {late > 0 && (
        <p className="mt-1 flex items-center gap-1.5 font-semibold text-leaf-ink">
          <Icon name="bell" className="size-5" />
          {t('late', { count: late })}
        </p>
      )}
      <ul className="divide-y divide-line empty:hidden">
        {movements.map((movement) => (
          <MovementRow key={movement.direction + movement.booking.id} movement={movement} />
        ))}
      </ul>
    </section>
  );
}

async function MovementRow({ movement }: { movement: Movement }) {
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()]);
  const { direction, at, booking } = movement;
  const { id, thing, borrower, quantity, period, zone } = booking;
  const time = isWholeDays(period, zone) ? t('today.wholeDay') : formatTime(at, locale, zone);
  return (
    <li>
      <Link
        href={paths.booking(locale, id)}
        className="flex min-h-13 items-center gap-3 py-2 hover:text-leaf"
      >
        <Icon name={direction === 'out' ? 'share' : 'download'} className="size-5 text-leaf" />
        <span className="min-w-0 grow">
          <span className="block leading-snug">
            <span className="font-semibold">{t(`today.${direction}`)}</span>{' '}
            <span className="tabular-nums">{time}</span>
          </span>
          <span className="block text-sm text-muted">
            {quantity > 1 && `${t('pieces', { count: quantity })} `}
            <bdi>{thing?.title}</bdi> · <Name>{borrower}</Name>
          </span>
        </span>
        <Icon name="chevron" className="text-muted cramped:hidden" />
      </Link>
    </li>
  );
}
