import { getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/ui/action-bar';
import { Select } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { foundAction } from '@/lib/organisations/actions';
import type { PoolRef } from '@/lib/organisations/model';
import { draftState } from '@/lib/platform/draft';
import { ProfileFields } from './profile-fields';

export async function FoundForm({ pools }: { pools: PoolRef[] }) {
  const [t, initial] = await Promise.all([
    getTranslations('organisations.found'),
    draftState('found-organisation'),
  ]);
  return (
    <ActionForm action={foundAction} initial={initial} className="space-y-6">
      {pools.length > 1 ? (
        <Select
          name="pool"
          label={t('pool')}
          options={pools.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      ) : (
        <input type="hidden" name="pool" value={pools[0]?.slug ?? ''} />
      )}
      <ProfileFields />
      <ActionBar>
        <SubmitButton busy={t('busy')}>{t('submit')}</SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
