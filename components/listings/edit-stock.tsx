import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Stepper } from '@/components/ui/stepper.client';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { changeStockAction } from '@/lib/listings/actions';
import type { EditableResource } from '@/lib/listings/model';
import { StandingAgainst } from './standing-against.client';

export async function EditStock({ resource }: { resource: EditableResource }) {
  const [t, common] = await Promise.all([
    getTranslations('listings.edit'),
    getTranslations('common.action'),
  ]);
  if (resource.isKit) {
    return <p className="text-muted">{t('stockKit', { count: resource.quantity })}</p>;
  }
  return (
    <ActionForm action={changeStockAction} className="space-y-4">
      <Saved text={t('saved')} />
      <StandingAgainst title={t('parts.standing')} />
      <input type="hidden" name="resourceId" value={resource.id} />
      <Stepper
        name="quantity"
        label={t('stock')}
        hint={t('stockHint')}
        fewer={common('fewer')}
        more={common('more')}
        max={100_000}
        defaultValue={resource.quantity}
      />
      <SubmitButton variant="quiet">{t('stockSave')}</SubmitButton>
    </ActionForm>
  );
}
