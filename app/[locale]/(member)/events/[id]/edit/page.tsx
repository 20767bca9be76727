import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WhenFields } from '@/components/availability/when-fields.client';
import { monthWords, whenWords } from '@/components/availability/when-words';
import { PlanForm } from '@/components/events/plan-form';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { whenOf } from '@/lib/availability/model';
import { findEvent } from '@/lib/events/queries/event';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { dayOf } from '@/lib/platform/dates';
import { IDLE } from '@/lib/platform/forms';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('events.new');
  return { title: t('editTitle') };
}

type Props = { params: Promise<{ id: string }> };

export default async function EditEventPage({ params }: Props) {
  await requireViewer();
  const { id } = await params;
  const [event, t, locale, words] = await Promise.all([
    findEvent(id),
    getTranslations('events.new'),
    getLocale(),
    whenWords(),
  ]);
  if (!event) notFound();
  if (event.status !== 'draft') redirect(paths.event(locale, id));
  return (
    <Page>
      <PageHeader
        title={t('editTitle')}
        back={{ href: paths.event(locale, id), label: t('backToList') }}
      />
      <PlanForm
        eventId={id}
        template={null}
        zone={event.zone}
        given={event}
        borrowers={[event.borrower]}
        chosen={event.borrower.id}
        submit={t('save')}
        initial={IDLE}
      >
        <WhenFields
          month={await monthWords()}
          given={whenOf(event.period, event.zone)}
          words={words}
          today={dayOf(now(), event.zone)}
        />
      </PlanForm>
    </Page>
  );
}
