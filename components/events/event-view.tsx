import { getLocale, getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextArea } from '@/components/ui/fields.client';
import { Name } from '@/components/ui/name';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { cancelEventAction } from '@/lib/events/actions';
import { groupByOwner, missingOf, type EventDetail, type Offer } from '@/lib/events/model';
import { now } from '@/lib/platform/clock';
import { paths } from '@/lib/platform/paths';
import { ErrandList } from './errand-list';
import { EventLine } from './event-line';
import { GapCard } from './gap-card';
import { OwnerCard } from './owner-card';
import { StateNotice } from './state-notice';

type EventViewProps = {
  event: EventDetail;
  offers: ReadonlyMap<string, Offer[]>;
  /** What the last press did. */
  after: string | undefined;
};

const AFTER = ['send', 'replace', 'without', 'cancel'] as const;

/** What was asked for, in one picture: how it stands, what is missing, who brings what, and when. */
export async function EventView({ event, offers, after }: EventViewProps) {
  const [t, locale] = await Promise.all([getTranslations('events'), getLocale()]);
  const isOff = event.status === 'cancelled';
  const missing = isOff ? [] : event.items.filter((item) => missingOf(item) > 0);
  const said = AFTER.find((word) => word === after);
  return (
    <>
      <PageHeader
        title={event.title}
        back={{ href: paths.events(locale), label: t('plan.back') }}
        lead={<EventLine event={event} />}
      />
      <div className="space-y-7">
        {said && (
          <div role="status">
            <Notice tone="done">{t(`after.${said}`)}</Notice>
          </div>
        )}
        <StateNotice event={event} />
        {missing.length > 0 && (
          <section>
            <h2 className="mb-3 text-lg">{t('gap.title')}</h2>
            <ul className="space-y-3">
              {missing.map((item) => (
                <GapCard
                  key={item.id}
                  event={event}
                  item={item}
                  offers={offers.get(item.id) ?? []}
                />
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2 className="mb-3 text-lg">{t('owners.title')}</h2>
          <ul className="space-y-3">
            {groupByOwner(event.items).map((group) => (
              <OwnerCard key={group.owner} group={group} />
            ))}
          </ul>
          {event.items
            .filter(({ isWaived }) => isWaived)
            .map((item) => (
              <p key={item.id} className="mt-2 text-sm text-muted">
                <bdi>{t('gap.waived', { what: item.what })}</bdi>
              </p>
            ))}
        </section>
        {!isOff && <ErrandList event={event} />}
        <section>
          <h2 className="mb-1 text-lg">{t('facts.title')}</h2>
          <DefinitionList
            entries={[
              {
                term: t('facts.borrower'),
                value: <Name>{event.borrower.name}</Name>,
                icon: 'organisation',
              },
              {
                term: t('facts.mode'),
                value: t(event.mode === 'best_effort' ? 'plan.bestTitle' : 'plan.allTitle'),
                icon: 'link',
              },
              {
                term: t('facts.note'),
                value: event.note && <span dir="auto">{event.note}</span>,
                icon: 'mail',
              },
            ]}
          />
        </section>
        {!isOff && event.mayCancel && event.period.end > now() && <Cancel event={event} />}
      </div>
    </>
  );
}

async function Cancel({ event }: { event: EventDetail }) {
  const [t, common] = await Promise.all([
    getTranslations('events.cancel'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={t('action')}
      look={{ variant: 'ghost', size: 'small' }}
      title={t('title')}
      text={t('text')}
      confirm={t('confirm')}
      danger
      closeLabel={common('close')}
      action={cancelEventAction}
    >
      <input type="hidden" name="eventId" value={event.id} />
      <TextArea
        name="note"
        label={t('note')}
        optional={common('optional')}
        rows={2}
        maxLength={2_000}
      />
    </ConfirmSheet>
  );
}
