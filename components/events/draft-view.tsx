import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { PageHeader } from '@/components/ui/page-header';
import { discardEventAction } from '@/lib/events/actions';
import { proposalOf, type EventDetail, type Offer } from '@/lib/events/model';
import { paths } from '@/lib/platform/paths';
import { EventLine } from './event-line';
import { SendForm } from './send-form';
import { WishCard } from './wish-card';

type DraftViewProps = { event: EventDetail; offers: ReadonlyMap<string, Offer[]> };

/** Step two: the list with computed numbers, and from whom it could come. Nobody is asked yet. */
export async function DraftView({ event, offers }: DraftViewProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('events.plan'),
    getTranslations('common.action'),
    getLocale(),
  ]);
  const proposals = event.items.map((item) => ({
    item,
    ...proposalOf(offers.get(item.id) ?? [], item.quantity),
  }));
  const taken = proposals.flatMap(({ item, taken: list }) =>
    list.filter(({ problem }) => problem === null).map((offer) => ({ itemId: item.id, offer })),
  );
  const unmet = proposals.filter(({ left }) => left > 0).length;
  return (
    <>
      <PageHeader
        title={event.title}
        back={{ href: paths.events(locale), label: t('back') }}
        aside={
          <LinkButton
            href={paths.editEvent(locale, event.id)}
            variant="quiet"
            size="small"
            icon="edit"
          >
            {t('edit')}
          </LinkButton>
        }
        lead={<EventLine event={event} />}
      />
      <p>{t('lead')}</p>
      {event.items.length > 0 && (
        <p className="mt-2 font-semibold">
          {t('found', {
            met: event.items.length - unmet,
            wishes: event.items.length,
            owners: new Set(taken.map(({ offer }) => offer.ownerId)).size,
          })}
        </p>
      )}
      <h2 className="mt-6 mb-3 text-lg">{t('things')}</h2>
      {event.items.length === 0 && <p className="mb-3 text-muted">{t('empty')}</p>}
      <ul className="space-y-3">
        {event.items.map((item) => (
          <WishCard key={item.id} event={event} item={item} offers={offers.get(item.id) ?? []} />
        ))}
      </ul>
      <p className="mt-4">
        <LinkButton href={paths.newEventItem(locale, event.id)} variant="quiet" icon="plus">
          {t('add')}
        </LinkButton>
      </p>
      {event.items.length > 0 && <SendForm event={event} taken={taken} unmet={unmet} />}
      <div className="mt-6">
        <ConfirmSheet
          trigger={t('discard')}
          look={{ variant: 'ghost', size: 'small' }}
          title={t('discardTitle')}
          text={t('discardText')}
          confirm={t('discardConfirm')}
          danger
          closeLabel={common('close')}
          action={discardEventAction}
        >
          <input type="hidden" name="eventId" value={event.id} />
        </ConfirmSheet>
      </div>
    </>
  );
}
