import { getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/ui/action-bar';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { updateProfileAction } from '@/lib/organisations/actions';
import type { OrganisationProfile } from '@/lib/organisations/model';
import { draftState } from '@/lib/platform/draft';
import { ProfileFields } from './profile-fields';

export async function ProfileForm({ profile }: { profile: OrganisationProfile }) {
  const [t, initial] = await Promise.all([
    getTranslations('organisations.profile'),
    draftState('organisation-profile'),
  ]);
  return (
    <ActionForm action={updateProfileAction} initial={initial} className="space-y-6">
      <input type="hidden" name="organisationId" value={profile.id} />
      <ProfileFields given={profile} />
      <ActionBar>
        <SubmitButton>{t('save')}</SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
