import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TextArea } from '@/components/ui/fields.client';
import type { OrganisationStatus } from '@/lib/organisations/model';
import { admitAction, suspendAction } from '@/lib/pool/actions';

type DecisionSheetProps = {
  decision: 'admit' | 'suspend';
  id: string;
  name: string;
  status: OrganisationStatus;
};

/** Admit or suspend, with a word to the organisation. */
export async function DecisionSheet({ decision, id, name, status }: DecisionSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('pool.organisations'),
    getTranslations('common.action'),
  ]);
  const isAdmitting = decision === 'admit';
  const verb = isAdmitting
    ? t(status === 'suspended' ? 'readmit' : 'admit')
    : t(status === 'pending' ? 'refuse' : 'suspend');
  return (
    <ConfirmSheet
      trigger={verb}
      look={{ variant: isAdmitting ? 'primary' : 'quiet', size: 'small' }}
      title={t(isAdmitting ? 'admitTitle' : 'suspendTitle', { name })}
      text={t(isAdmitting ? 'admitText' : 'suspendText')}
      confirm={verb}
      danger={!isAdmitting}
      closeLabel={common('close')}
      action={isAdmitting ? admitAction : suspendAction}
    >
      <input type="hidden" name="organisationId" value={id} />
      <TextArea
        name="note"
        label={t('word')}
        hint={t('wordHint')}
        placeholder={t(isAdmitting ? 'wordAdmit' : 'wordSuspend')}
        optional={common('optional')}
        rows={3}
        maxLength={2000}
      />
    </ConfirmSheet>
  );
}
