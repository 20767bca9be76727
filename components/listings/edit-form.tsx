import { getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/ui/action-bar';
import { ActionForm } from '@/components/ui/form.client';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { updateResourceAction } from '@/lib/listings/actions';
import type { EditableResource } from '@/lib/listings/model';
import { draftState } from '@/lib/platform/draft';
import { ApprovalField, PlaceField, TitleField } from './edit-basic-fields';
import { PictureChoice } from './edit-picture-choice';
import { WordFields } from './edit-word-fields';

type EditFormProps = { resource: EditableResource; canDecide: boolean };

export async function EditForm({ resource, canDecide }: EditFormProps) {
  const [t, initial] = await Promise.all([
    getTranslations('listings.edit'),
    draftState('edit-resource'),
  ]);
  return (
    <ActionForm action={updateResourceAction} initial={initial} className="space-y-6">
      <Saved text={t('saved')} />
      <input type="hidden" name="resourceId" value={resource.id} />
      <TitleField title={resource.title} />
      <PlaceField place={resource.place} />
      <ApprovalField approval={resource.approval} canDecide={canDecide} />
      <WordFields given={resource} />
      <PictureChoice kind={resource.kind} picture={resource.picture} />
      <ActionBar>
        <SubmitButton>{t('save')}</SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
