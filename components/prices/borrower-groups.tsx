import { getTranslations } from 'next-intl/server';
import { Select } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Name } from '@/components/ui/name';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { assignGroupsAction } from '@/lib/prices/actions';
import { PRICE_GROUPS, type Borrower } from '@/lib/prices/model';

type BorrowerGroupsProps = { ownerId: string; borrowers: Borrower[]; canDecide: boolean };

/** Who counts as what with this owner: one choice for each borrower, saved together. */
export async function BorrowerGroups({ ownerId, borrowers, canDecide }: BorrowerGroupsProps) {
  const t = await getTranslations('prices');
  const name = (borrower: Borrower) => t(`group.${borrower.assigned ?? borrower.byDefault}`);
  return (
    <section aria-labelledby="borrowers" className="space-y-3">
      <h2 id="borrowers" className="text-lg">
        {t('borrowers.title')}
      </h2>
      <p className="text-sm text-muted">{t('borrowers.lead')}</p>
      {borrowers.length === 0 && <p>{t('borrowers.none')}</p>}
      {!canDecide && (
        <>
          <ul className="divide-y divide-line">
            {borrowers.map((borrower) => (
              <li key={borrower.id} className="flex items-baseline gap-3 py-2.5">
                <Name className="min-w-0 grow">{borrower.name}</Name>
                <span className="shrink-0 text-sm text-muted">{name(borrower)}</span>
              </li>
            ))}
          </ul>
          <p className="text-sm text-muted">{t('borrowers.readOnly')}</p>
        </>
      )}
      {canDecide && borrowers.length > 0 && (
        <ActionForm action={assignGroupsAction} className="space-y-4">
          <Saved text={t('borrowers.saved')} />
          <input type="hidden" name="ownerId" value={ownerId} />
          <div className="grid gap-4 wide:grid-cols-2">
            {borrowers.map(({ id, name: label, byDefault, assigned }) => (
              <div key={id}>
                <input type="hidden" name={`was.${id}`} value={assigned ?? 'default'} />
                <Select
                  name={`group.${id}`}
                  label={<bdi>{label}</bdi>}
                  aria-label={t('borrowers.groupOf', { name: label })}
                  defaultValue={assigned ?? 'default'}
                  options={[
                    {
                      value: 'default',
                      label: t('borrowers.default', { group: t(`group.${byDefault}`) }),
                    },
                    ...PRICE_GROUPS.map((group) => ({ value: group, label: t(`group.${group}`) })),
                  ]}
                />
              </div>
            ))}
          </div>
          <SubmitButton variant="quiet">{t('borrowers.save')}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
