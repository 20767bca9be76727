import { getTranslations } from 'next-intl/server';
import { ChoiceCards } from '@/components/ui/choices.client';
import { Input } from '@/components/ui/fields.client';
import { APPROVALS, type Approval } from '@/lib/listings/model';

export async function TitleField({ title }: { title?: string }) {
  const t = await getTranslations('listings.edit');
  return (
    <Input
      name="title"
      label={t('title')}
      hint={t('titleHint')}
      defaultValue={title}
      maxLength={120}
      autoComplete="off"
      enterKeyHint="next"
    />
  );
}

export async function PlaceField({ place }: { place: string }) {
  const t = await getTranslations('listings.edit');
  return (
    <Input
      name="place"
      label={t('place')}
      hint={t('placeHint')}
      defaultValue={place}
      maxLength={240}
      autoComplete="off"
    />
  );
}

type ApprovalFieldProps = { approval: Approval; canDecide: boolean };

/** Only who decides may say that nobody has to. */
export async function ApprovalField({ approval, canDecide }: ApprovalFieldProps) {
  const t = await getTranslations('listings.edit');
  if (!canDecide) {
    return (
      <div>
        <input type="hidden" name="approval" value={approval} />
        <p className="mb-1 text-sm font-semibold">{t('approval')}</p>
        <p className="text-muted">
          {approval === 'manual' ? t('approvalMember') : t(`approvals.${approval}`)}
        </p>
      </div>
    );
  }
  return (
    <ChoiceCards
      name="approval"
      legend={t('approval')}
      defaultValue={approval}
      options={APPROVALS.map((value) => ({
        value,
        label: t(`approvals.${value}`),
        text: t(`approvalTexts.${value}`),
      }))}
    />
  );
}
