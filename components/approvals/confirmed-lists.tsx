import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Select } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Name } from '@/components/ui/name';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { recordConfirmationAction } from '@/lib/approvals/actions';
import type { ConfirmedList } from '@/lib/approvals/model';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import { ConfirmButton } from './confirmations';

type ConfirmedListsProps = {
  lists: ConfirmedList[];
  /** Of whom it can be confirmed. */
  organisations: { id: string; name: string }[];
  zone: string;
};

/** For each thing that is to be confirmed once, of whom it is. */
export async function ConfirmedLists({ lists, organisations, zone }: ConfirmedListsProps) {
  const [t, locale] = await Promise.all([getTranslations('approvals.confirm'), getLocale()]);
  const day = (at: Date) => formatDay(dayOf(at, zone), locale);
  return (
    <div className="space-y-4">
      {lists.map(({ id, name, thing, confirmed }) => {
        const others = organisations.filter(
          (one) => !confirmed.some(({ organisationId }) => organisationId === one.id),
        );
        return (
          <Card key={id} as="section" className="space-y-3">
            <div>
              <h2 className="text-base" dir="auto">
                {name}
              </h2>
              <p className="text-sm text-muted" dir="auto">
                {thing ?? t('forAll')}
              </p>
            </div>
            {confirmed.length === 0 && <p>{t('nobody')}</p>}
            <ul className="divide-y divide-line">
              {confirmed.map((one) => (
                <li
                  key={one.organisationId}
                  className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5"
                >
                  <div className="min-w-40 grow">
                    <Name>{one.name}</Name>
                    <span className="block text-sm text-muted">
                      {one.validUntil
                        ? t('sinceUntil', {
                            day: day(one.recordedAt),
                            until: day(one.validUntil),
                          })
                        : t('since', { day: day(one.recordedAt) })}
                    </span>
                  </div>
                  <ConfirmButton
                    confirmationId={id}
                    name={one.name}
                    isRecorded
                    of={{ organisationId: one.organisationId }}
                  />
                </li>
              ))}
            </ul>
            {others.length > 0 && (
              <ActionForm action={recordConfirmationAction} className="space-y-3">
                <Saved text={t('saved')} />
                <input type="hidden" name="confirmationId" value={id} />
                <Select
                  name="organisationId"
                  label={t('ofWhom')}
                  options={others.map((one) => ({ value: one.id, label: one.name }))}
                />
                <SubmitButton variant="quiet">{t('record')}</SubmitButton>
              </ActionForm>
            )}
          </Card>
        );
      })}
    </div>
  );
}
