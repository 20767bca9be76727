import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { QmNav } from '@/components/pool/qm-nav';
import { Refused } from '@/components/pool/refused';
import { RuleList } from '@/components/terms/rule-list';
import { TermsEditor } from '@/components/terms/terms-editor';
import { PageHeader } from '@/components/ui/page-header';
import { findStaffedPool } from '@/lib/organisations/queries';
import { requireViewer } from '@/lib/platform/auth/viewer';
import { listPoolOrganisations } from '@/lib/pool/queries/organisations';
import { resolved } from '@/lib/terms/model/levels';
import { findPoolLevels } from '@/lib/terms/queries/levels';

type Props = { params: Promise<{ pool: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('terms.edit');
  return { title: t('titlePool') };
}

/** What holds in the whole pool where no owner says otherwise. */
export default async function QmTermsPage({ params }: Props) {
  await requireViewer();
  const { pool: slug } = await params;
  const pool = await findStaffedPool(slug);
  if (!pool) return <Refused />;
  const [levels, organisations, t] = await Promise.all([
    findPoolLevels(pool),
    listPoolOrganisations(pool.id),
    getTranslations('terms.edit'),
  ]);
  const rules = resolved(levels, 'handover');
  return (
    <Page className="max-w-2xl">
      <PageHeader title={t('titlePool')} lead={t('leadPool')} />
      <QmNav pool={slug} current="terms" />
      {pool.role === 'manager' ? (
        <TermsEditor
          levels={levels}
          rules={rules}
          usually="handover"
          owner={pool.name}
          approval={null}
          organisations={organisations.filter(({ status }) => status === 'admitted')}
        />
      ) : (
        <div className="space-y-4">
          <RuleList rules={rules} owner={pool.name} />
          <p className="text-sm text-muted">{t('readOnly')}</p>
        </div>
      )}
    </Page>
  );
}
