import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/ui/action-bar';
import { ChoiceCards } from '@/components/ui/choices.client';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import { Stepper } from '@/components/ui/stepper.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { WhenLine } from '@/components/ui/when-line';
import { choosePartsAction } from '@/lib/events/actions';
import { offerToken, type EventDetail, type EventItem, type Offer } from '@/lib/events/model';
import { errorSentence } from '@/lib/platform/error-words';
import { formatMoney } from '@/lib/platform/money';
import { paths } from '@/lib/platform/paths';
import { PartPicture } from './part-picture';

type OffersFormProps = { event: EventDetail; item: EventItem; offers: Offer[] };

/** Who has it, how many are free, how many to take of each. */
export async function OffersForm({ event, item, offers }: OffersFormProps) {
  const [t, plan] = await Promise.all([
    getTranslations('events.item'),
    getTranslations('events.plan'),
  ]);
  if (offers.length === 0) return <p className="text-muted">{plan('none')}</p>;
  return (
    <>
      {item.quantity > 1 && (
        <p className="mb-3 text-muted">{t('offersLead', { count: item.quantity })}</p>
      )}
      <ActionForm action={choosePartsAction}>
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="itemId" value={item.id} />
        {item.quantity === 1 ? (
          <OneOf event={event} offers={offers} />
        ) : (
          <ul className="space-y-3">
            {offers.map((offer) => (
              <Choice key={offer.resourceId} event={event} item={item} offer={offer} />
            ))}
          </ul>
        )}
        <ActionBar>
          <SubmitButton wide>{t('choose')}</SubmitButton>
        </ActionBar>
      </ActionForm>
      {offers.some(({ isChosen }) => isChosen) && (
        <ActionForm action={choosePartsAction} className="mt-2">
          <input type="hidden" name="eventId" value={event.id} />
          <input type="hidden" name="itemId" value={item.id} />
          <SubmitButton variant="ghost" size="small">
            <Icon name="refresh" />
            {t('auto')}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

/** A single thing is picked, not counted. */
async function OneOf({ event, offers }: Omit<OffersFormProps, 'item'>) {
  const [t, locale] = await Promise.all([getTranslations('events.item'), getLocale()]);
  const chosen = offers.find(({ take }) => take > 0);
  return (
    <ChoiceCards
      name="one"
      legend={t('fromWhom')}
      defaultValue={chosen && offerToken(chosen)}
      options={offers.map((offer) => ({
        value: offerToken(offer),
        label: <bdi>{offer.thing.title}</bdi>,
        picture: <PartPicture thing={offer.thing} />,
        text: (
          <>
            <Name className="block">{offer.owner}</Name>
            <WhenLine period={offer.period} zone={event.zone} />
            {offer.price && offer.price.totalMinor > 0 && (
              <> · {formatMoney(offer.price.totalMinor, offer.price.currency, locale)}</>
            )}
          </>
        ),
      }))}
    />
  );
}

type ChoiceProps = { event: EventDetail; item: EventItem; offer: Offer };

async function Choice({ event, item, offer }: ChoiceProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('events.item'),
    getTranslations('common.action'),
    getLocale(),
  ]);
  const { thing, owner, period, free, take, problem, price } = offer;
  return (
    <li className="edged space-y-3 rounded-lg bg-surface p-3.5 shadow-card">
      <div className="flex gap-3">
        <PartPicture thing={thing} className="w-22 self-start" />
        <div className="min-w-0 grow text-sm">
          <p className="text-base leading-snug">
            <Link
              href={paths.resource(locale, event.poolSlug, thing.slug)}
              className="font-semibold hover:text-leaf"
            >
              <bdi>{thing.title}</bdi> <Icon name="chevron" className="inline size-4 text-muted" />
            </Link>
          </p>
          <p>
            <Name>{owner}</Name>
          </p>
          <p className="text-muted tabular-nums">
            <WhenLine period={period} zone={event.zone} />
          </p>
          <p className="font-semibold tabular-nums">
            {t('free', { count: free })}
            {price && price.totalMinor > 0 && (
              <span className="font-normal">
                {' · '}
                {formatMoney(price.totalMinor, price.currency, locale)}
              </span>
            )}
          </p>
          {problem && (
            <p className="flex gap-1.5 font-semibold text-brick-ink">
              <Icon name="alert" className="mt-0.5 size-4.5" />
              {await errorSentence(problem)}
            </p>
          )}
        </div>
      </div>
      <Stepper
        name={`take:${offerToken(offer)}`}
        label={<span className="sr-only">{t('takeFrom', { thing: thing.title, owner })}</span>}
        fewer={common('fewer')}
        more={common('more')}
        min={0}
        max={Math.max(free, take, Math.min(item.quantity, free))}
        defaultValue={take}
      />
    </li>
  );
}
