import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Select, TextArea } from '@/components/ui/fields.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import type { Period } from '@/lib/platform/dates';
import { draftState } from '@/lib/platform/draft';
import { joinWaitingListAction } from '@/lib/waiting/actions';
import { unbroken } from '@/lib/platform/unbroken';

type JoinFormProps = {
  resourceId: string;
  period: Period;
  quantity: number;
  /** The viewer's admitted organisations in this pool; null when nobody is signed in. */
  borrowers: { id: string; name: string }[] | null;
};

/** Takes a place in line for the time that was chosen on the page of the thing. */
export async function JoinForm({ resourceId, period, quantity, borrowers }: JoinFormProps) {
  const [t, common, initial] = await Promise.all([
    getTranslations('waiting.join'),
    getTranslations('common.action'),
    draftState('join-waiting-list'),
  ]);
  if (borrowers?.length === 0) return <Notice tone="attention">{t('noOrganisation')}</Notice>;
  const [only] = borrowers ?? [];
  return (
    <ActionForm action={joinWaitingListAction} initial={initial} className="space-y-5">
      <input type="hidden" name="resourceId" value={resourceId} />
      <input type="hidden" name="startsAt" value={period.start.toISOString()} />
      <input type="hidden" name="endsAt" value={period.end.toISOString()} />
      <input type="hidden" name="quantity" value={quantity} />
      {!borrowers && <Notice>{t('signIn')}</Notice>}
      {only && borrowers?.length === 1 && (
        <p>
          <input type="hidden" name="organisationId" value={only.id} />
          {t.rich('for', {
            organisation: unbroken(only.name),
            b: (name) => <bdi className="font-semibold">{name}</bdi>,
          })}
        </p>
      )}
      {only && borrowers && borrowers.length > 1 && (
        <Select
          name="organisationId"
          label={t('organisation')}
          options={borrowers.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={only.id}
        />
      )}
      <TextArea
        name="purpose"
        label={t('purpose')}
        optional={common('optional')}
        rows={2}
        maxLength={2_000}
      />
      <SubmitButton wide busy={t('sending')}>
        {t('send')}
      </SubmitButton>
    </ActionForm>
  );
}
