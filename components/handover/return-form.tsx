import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ChoiceCards } from '@/components/ui/choices.client';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { takeBackAction } from '@/lib/handover/actions';
import { PlaceFields, type EarlyAt } from './hand-over-form';

type ReturnFormProps = EarlyAt & {
  /** What else one can do, in the same line. */
  beside?: ReactNode;
};

/** It is back and fine: one tap. Something is wrong: two, with a word. */
export async function ReturnForm({ bookingId, place, isEarly = false, beside }: ReturnFormProps) {
  const [t, common] = await Promise.all([
    getTranslations('handover'),
    getTranslations('common.action'),
  ]);
  return (
    <div className="grow space-y-2.5">
      <ActionForm action={takeBackAction} queue="take-back">
        <PlaceFields bookingId={bookingId} place={place} />
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <input type="hidden" name="condition" value="fine" />
        <SubmitButton wide variant={isEarly ? 'quiet' : 'primary'}>
          <Icon name="download" />
          {t('back')}
        </SubmitButton>
      </ActionForm>
      <div className="flex flex-wrap gap-2.5">
        <ConfirmSheet
          trigger={
            <>
              <Icon name="alert" />
              {t('wrong')}
            </>
          }
          look={{ variant: 'quiet', size: 'small' }}
          title={t('wrongTitle')}
          text={<p className="text-muted">{t('wrongText')}</p>}
          confirm={t('wrongSend')}
          closeLabel={common('close')}
          action={takeBackAction}
          queue="take-back-flawed"
        >
          <PlaceFields bookingId={bookingId} place={place} />
          <input type="hidden" name="key" value={crypto.randomUUID()} />
          <ChoiceCards
            name="condition"
            legend={t('condition')}
            defaultValue="damaged"
            options={[
              { value: 'damaged', label: t('conditions.damaged') },
              { value: 'incomplete', label: t('conditions.incomplete') },
            ]}
          />
          <TextArea name="note" label={t('what')} rows={3} maxLength={2_000} required />
        </ConfirmSheet>
        {beside}
      </div>
    </div>
  );
}
