import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { WhenLine } from '@/components/ui/when-line';
import { dropItemAction } from '@/lib/events/actions';
import { proposalOf, type EventDetail, type EventItem, type Offer } from '@/lib/events/model';
import { paths } from '@/lib/platform/paths';
import { OfferRow } from './offer-row';
import { PartPicture } from './part-picture';

type WishCardProps = { event: EventDetail; item: EventItem; offers: Offer[] };

/** One wish of a draft and the best that is free for it. */
export async function WishCard({ event, item, offers }: WishCardProps) {
  const [t, locale] = await Promise.all([getTranslations('events.plan'), getLocale()]);
  const { taken, others, left } = proposalOf(offers, item.quantity);
  const isOwnTime =
    item.period.start.getTime() !== event.period.start.getTime() ||
    item.period.end.getTime() !== event.period.end.getTime();
  return (
    <li
      id={`i-${item.id}`}
      className="edged scroll-mt-24 rounded-lg bg-surface shadow-card target:outline-2 target:outline-marigold"
    >
      <article aria-labelledby={`w-${item.id}`} className="space-y-3 p-4">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h3 id={`w-${item.id}`} className="text-base leading-snug">
              {item.quantity > 1 && (
                <span className="tabular-nums">{t('take', { count: item.quantity })} </span>
              )}
              <bdi>{item.what}</bdi>
            </h3>
            {isOwnTime && (
              <p className="text-sm text-muted tabular-nums">
                <WhenLine period={item.period} zone={event.zone} />
              </p>
            )}
          </div>
          {taken.length === 0 && <PartPicture thing={null} wish={item.picture} />}
        </div>
        {taken.length > 0 && (
          <ul className="space-y-3">
            {taken.map((offer) => (
              <OfferRow
                key={offer.resourceId}
                offer={offer}
                wished={item.period}
                zone={event.zone}
              />
            ))}
          </ul>
        )}
        {left > 0 && (
          <p className="flex gap-2 rounded-md bg-marigold-soft px-3 py-2 text-sm font-semibold text-marigold-ink">
            <Icon name="bell" className="size-5" />
            {taken.length === 0 ? t('none') : t('missing', { count: left })}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton
            href={paths.eventItem(locale, event.id, item.id)}
            variant="quiet"
            size="small"
            icon="edit"
            aria-label={t('changeThing', { thing: item.what })}
          >
            {others.length > 0 && left > 0 ? t('choose') : t('change')}
          </LinkButton>
          <ActionForm action={dropItemAction} className="ms-auto">
            <input type="hidden" name="eventId" value={event.id} />
            <input type="hidden" name="itemId" value={item.id} />
            <SubmitButton variant="ghost" size="small">
              <Icon name="trash" />
              <span className="sr-only">{t('removeThing', { thing: item.what })}</span>
            </SubmitButton>
          </ActionForm>
        </div>
      </article>
    </li>
  );
}
