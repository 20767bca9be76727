import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WhenFields } from '@/components/availability/when-fields.client';
import { monthWords, whenWords } from '@/components/availability/when-words';
import { PlanForm } from '@/components/events/plan-form';
import { TemplateList } from '@/components/events/template-list';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { wholeDays } from '@/lib/availability/model';
import { likelyDay } from '@/lib/events/model';
import { listTemplates } from '@/lib/events/queries/list';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { asWallTime, dayOf } from '@/lib/platform/dates';
import { draftState } from '@/lib/platform/draft';
import { paths } from '@/lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('events.new');
  return { title: t('title') };
}

type Props = { searchParams: Promise<{ template?: string | string[] }> };

export default async function NewEventPage({ searchParams }: Props) {
  await requireViewer();
  const [{ template }, organisations, t, locale] = await Promise.all([
    searchParams,
    listMyOrganisations(),
    getTranslations('events.new'),
    getLocale(),
  ]);
  const [first] = organisations;
  // without an organisation there is nobody to plan for: the list says how to get one
  if (!first) redirect(paths.events(locale));
  const templates = await listTemplates(first.pool.id);
  if (typeof template !== 'string') {
    return (
      <Page>
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          back={{ href: paths.events(locale), label: t('backToEvents') }}
        />
        <TemplateList templates={templates} />
      </Page>
    );
  }
  const chosen = templates.find(({ slug }) => slug === template);
  const { zone } = first.pool;
  const today = dayOf(now(), zone);
  const [words, draft] = await Promise.all([whenWords(), draftState('plan-event')]);
  const when = {
    ...wholeDays(likelyDay(today)),
    start: asWallTime('10:00'),
    end: asWallTime('20:00'),
  };
  return (
    <Page>
      <PageHeader
        title={t('formTitle')}
        lead={chosen?.name}
        back={{ href: paths.newEvent(locale), label: t('backToTemplates') }}
      />
      <PlanForm
        eventId={crypto.randomUUID()}
        template={chosen?.slug ?? null}
        zone={zone}
        given={{ title: chosen?.name ?? '', guests: chosen?.guests ?? 30, place: '' }}
        borrowers={organisations.filter(({ pool }) => pool.id === first.pool.id)}
        chosen={first.id}
        submit={t('next')}
        initial={draft}
      >
        <WhenFields given={when} words={words} today={today} month={await monthWords()} />
      </PlanForm>
    </Page>
  );
}
