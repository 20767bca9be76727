import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { KindSymbol } from '@/components/pictures/kind-symbol';
import { ActionBar } from '@/components/ui/action-bar';
import { ChoiceCards } from '@/components/ui/choices.client';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { Stepper } from '@/components/ui/stepper.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { listResourceAction } from '@/lib/listings/actions';
import { MAX_PHOTOS, RESOURCE_KINDS } from '@/lib/listings/model';
import { draftState } from '@/lib/platform/draft';
import { ApprovalField, PlaceField, TitleField } from './edit-basic-fields';
import { PhotoField } from './edit-photo-field.client';
import { photoWords } from './edit-photo-words';
import { WordFields } from './edit-word-fields';

const INKS = {
  equipment: 'text-equipment-ink',
  installation: 'text-installation-ink',
  room: 'text-room-ink',
  vehicle: 'text-vehicle-ink',
  service: 'text-service-ink',
} as const;

type NewThingFormProps = {
  organisation: { id: string; address: string };
  canDecide: boolean;
  /** Rules to begin with, for the kind that is chosen; of another feature. */
  proposals: ReactNode;
};

/** A thing in the pool: what, name, photo, how many, where, who decides. The rest can wait. */
export async function NewThingForm({ organisation, canDecide, proposals }: NewThingFormProps) {
  const [t, common, words, initial] = await Promise.all([
    getTranslations('listings.edit'),
    getTranslations('common.action'),
    photoWords(),
    draftState('list-resource'),
  ]);
  return (
    <ActionForm
      action={listResourceAction}
      initial={initial}
      className="group/new space-y-6"
      queue="list-resource"
    >
      <input type="hidden" name="organisationId" value={organisation.id} />
      <ChoiceCards
        name="kind"
        legend={t('kind')}
        options={RESOURCE_KINDS.map((kind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
          text: t(`kindTexts.${kind}`),
          picture: <KindSymbol kind={kind} className={`size-7 shrink-0 ${INKS[kind]}`} />,
        }))}
      />
      <TitleField />
      <PhotoField words={words} max={MAX_PHOTOS} takesShared />
      <Stepper
        name="quantity"
        label={t('quantity')}
        hint={t('quantityHint')}
        fewer={common('fewer')}
        more={common('more')}
        max={100_000}
      />
      <PlaceField place={organisation.address} />
      <ApprovalField approval="manual" canDecide={canDecide} />
      {proposals}
      <details className="edged group rounded-lg bg-surface shadow-card">
        <summary className="flex min-h-14 items-center gap-3 px-4 py-2.5">
          <span className="grow">
            <span className="block font-semibold">{t('more')}</span>
            <span className="block text-sm text-muted">{t('moreHint')}</span>
          </span>
          <Icon name="down" className="text-muted group-open:rotate-180" />
        </summary>
        <div className="border-t border-line p-4">
          <WordFields />
        </div>
      </details>
      <ActionBar>
        <SubmitButton busy={t('busy')}>{t('submit')}</SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
