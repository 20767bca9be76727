import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WhenFields } from '@/components/availability/when-fields.client';
import { monthWords, whenWords } from '@/components/availability/when-words';
import { ItemForm } from '@/components/events/item-form';
import { OffersForm } from '@/components/events/offers-form';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { whenOf } from '@/lib/availability/model';
import { findEvent } from '@/lib/events/queries/event';
import { listOffers } from '@/lib/events/queries/offers';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

type Props = { params: Promise<{ id: string; item: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id, item: itemId }, t] = await Promise.all([params, getTranslations('events.item')]);
  const item = (await findEvent(id))?.items.find((one) => one.id === itemId);
  return { title: item?.what ?? t('newTitle') };
}

/** One wish: what it is, and of whom it could be had. `new` adds one. */
export default async function EventItemPage({ params }: Props) {
  await requireViewer();
  const { id, item: itemId } = await params;
  const [event, t, locale, words] = await Promise.all([
    findEvent(id),
    getTranslations('events.item'),
    getLocale(),
    whenWords(),
  ]);
  if (!event) notFound();
  if (event.status !== 'draft') redirect(paths.event(locale, id));
  const isNew = itemId === 'new';
  const item = event.items.find((one) => one.id === itemId);
  if (!item && !isNew) notFound();
  const offers = item ? ((await listOffers(id, item.id)).get(item.id) ?? []) : [];
  return (
    <Page>
      <PageHeader
        title={item?.what ?? t('newTitle')}
        back={{ href: paths.event(locale, id), label: t('back') }}
      />
      <ItemForm
        key={itemId}
        eventId={id}
        itemId={item?.id ?? crypto.randomUUID()}
        zone={event.zone}
        given={item ?? null}
      >
        <WhenFields
          month={await monthWords()}
          given={whenOf((item ?? event).period, event.zone)}
          words={words}
          today={dayOf(now(), event.zone)}
        />
      </ItemForm>
      {item && (
        <section className="mt-8">
          <h2 className="mb-2 text-lg">{t('offers')}</h2>
          <OffersForm event={event} item={item} offers={offers} />
        </section>
      )}
    </Page>
  );
}
