import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NoteCard } from '@/components/accessibility/note-card';
import { Page } from '@/components/layout/page';
import { Scene } from '@/components/pictures/scene';
import { QmNav } from '@/components/pool/qm-nav';
import { Refused } from '@/components/pool/refused';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listBarrierNotes } from '@/lib/accessibility/queries';
import { findStaffedPool } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { paths } from '@/lib/platform/paths';

type Props = { params: Promise<{ pool: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility.notes');
  return { title: t('title') };
}

export default async function QmBarriersPage({ params }: Props) {
  await requireViewer();
  const { pool: slug } = await params;
  const pool = await findStaffedPool(slug);
  if (!pool) return <Refused />;
  const [notes, t, locale] = await Promise.all([
    listBarrierNotes(pool.id),
    getTranslations('accessibility.notes'),
    getLocale(),
  ]);
  const waiting = notes.filter(({ answeredAt }) => answeredAt === null);
  const toPage = (
    <LinkButton href={paths.poolAccessibility(locale, slug)} variant="quiet" size="small">
      {t('toPage')}
    </LinkButton>
  );
  return (
    <Page className="max-w-2xl">
      <PageHeader title={t('title')} lead={t('lead', { count: waiting.length })} />
      <QmNav pool={slug} current="barriers" />
      {notes.length === 0 ? (
        <EmptyState picture={<Scene name="done" />} title={t('emptyTitle')} action={toPage}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          <ul className="mb-6 space-y-3">
            {notes.map((note) => (
              <NoteCard
                key={note.id}
                note={note}
                zone={pool.zone}
                canTick={pool.role === 'manager'}
              />
            ))}
          </ul>
          {toPage}
        </>
      )}
    </Page>
  );
}
