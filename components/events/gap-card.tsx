import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { acceptWithoutAction, replaceItemAction } from '@/lib/events/actions';
import {
  missingOf,
  offerToken,
  proposalOf,
  type EventDetail,
  type EventItem,
  type Offer,
} from '@/lib/events/model';
import { OfferRow } from './offer-row';

type GapCardProps = { event: EventDetail; item: EventItem; offers: Offer[] };

/** What is missing, and who could step in: one tap. */
export async function GapCard({ event, item, offers }: GapCardProps) {
  const t = await getTranslations('events.gap');
  const missing = missingOf(item);
  const { taken, others } = proposalOf(offers, missing);
  return (
    <li className="edged space-y-4 rounded-lg bg-surface p-4 shadow-card">
      <h3 className="flex gap-2 text-base">
        <Icon name="alert" className="mt-0.5 size-5 text-marigold-ink" />
        <bdi>{t('missing', { count: missing, what: item.what })}</bdi>
      </h3>
      {taken.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Substitute event={event} item={item} offers={taken} isBest />
      )}
      {others.length > 0 && (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center gap-1.5 font-semibold text-leaf">
            <Icon name="down" className="size-5" />
            {t('others')}
          </summary>
          <div className="space-y-5 pt-3">
            {others.map((offer) => (
              <Substitute
                key={offer.resourceId}
                event={event}
                item={item}
                offers={[{ ...offer, take: Math.min(offer.free, missing) }]}
              />
            ))}
          </div>
        </details>
      )}
      <ActionForm action={acceptWithoutAction}>
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="itemId" value={item.id} />
        <SubmitButton variant="ghost" size="small">
          {t('without')}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}

type SubstituteProps = { event: EventDetail; item: EventItem; offers: Offer[]; isBest?: boolean };

async function Substitute({ event, item, offers, isBest = false }: SubstituteProps) {
  const t = await getTranslations('events.gap');
  return (
    <ActionForm action={replaceItemAction} className="space-y-3">
      <input type="hidden" name="eventId" value={event.id} />
      {isBest && <p className="text-sm text-muted">{t('best')}</p>}
      <ul className="space-y-3">
        {offers.map((offer) => (
          <OfferRow key={offer.resourceId} offer={offer} wished={item.period} zone={event.zone} />
        ))}
      </ul>
      {offers.map((offer) => (
        <input
          key={offer.resourceId}
          type="hidden"
          name="part"
          value={`${item.id}|${String(offer.take)}|${offerToken(offer)}`}
        />
      ))}
      <SubmitButton wide variant={isBest ? 'primary' : 'quiet'}>
        {t('askAll', { count: offers.length })}
      </SubmitButton>
    </ActionForm>
  );
}
