import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import { WhenLine } from '@/components/ui/when-line';
import type { Offer } from '@/lib/events/model';
import { errorSentence } from '@/lib/platform/error-words';
import type { Period } from '@/lib/platform/dates';
import { formatMoney } from '@/lib/platform/money';
import { PartPicture } from './part-picture';

type OfferRowProps = { offer: Offer; wished: Period; zone: string };

/** From whom how many would come, and whether anybody has to be asked. */
export async function OfferRow({ offer, wished, zone }: OfferRowProps) {
  const [t, locale] = await Promise.all([getTranslations('events.plan'), getLocale()]);
  const { thing, owner, period, take, isInstant, problem, price } = offer;
  const isOwnTime =
    period.start.getTime() !== wished.start.getTime() ||
    period.end.getTime() !== wished.end.getTime();
  return (
    <li className="flex gap-3">
      <PartPicture thing={thing} className="self-start" />
      <div className="min-w-0 grow text-sm">
        <p className="text-base leading-snug">
          {take > 1 && (
            <span className="font-semibold tabular-nums">{t('take', { count: take })} </span>
          )}
          <bdi className="font-semibold">{thing.title}</bdi>
        </p>
        <p>
          <Name>{t('from', { owner })}</Name>
          {price && price.totalMinor > 0 && (
            <span className="tabular-nums">
              {' · '}
              {formatMoney(price.totalMinor, price.currency, locale)}
            </span>
          )}
        </p>
        {isOwnTime && (
          <p className="text-muted tabular-nums">
            <WhenLine period={period} zone={zone} />
          </p>
        )}
        {problem ? (
          <p className="flex gap-1.5 font-semibold text-brick-ink">
            <Icon name="alert" className="mt-0.5 size-4.5" />
            {await errorSentence(problem)}
          </p>
        ) : (
          <p className="flex items-center gap-1.5 text-muted">
            <Icon name={isInstant ? 'approve' : 'clock'} className="size-4.5" />
            {isInstant ? t('instant') : t('asks')}
          </p>
        )}
      </div>
    </li>
  );
}
