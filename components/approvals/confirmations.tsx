import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { recordConfirmationAction, revokeConfirmationAction } from '@/lib/approvals/actions';
import type { Confirmable } from '@/lib/approvals/model';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';

type ConfirmationsProps = {
  bookingId: string;
  organisationId: string;
  borrower: string;
  zone: string;
  wanted: Confirmable[];
  /** False for who borrows: they read what is wanted of them. */
  isDecider?: boolean;
};

/** What must be seen before it goes out: recorded in one tap, taken back in one tap. */
export async function Confirmations(props: ConfirmationsProps) {
  const { bookingId, organisationId, borrower, zone, wanted, isDecider = true } = props;
  const [t, locale] = await Promise.all([getTranslations('approvals.confirm'), getLocale()]);
  if (wanted.length === 0) return null;
  const day = (at: Date) => formatDay(dayOf(at, zone), locale);
  return (
    <section aria-labelledby={`c-${bookingId}`} className="rounded-md bg-sunken px-3.5 py-3">
      <h3 id={`c-${bookingId}`} className="text-sm font-semibold">
        {isDecider ? t('title') : t('titleOurs')}
      </h3>
      <ul className="divide-y divide-line">
        {wanted.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <div className="flex min-w-40 grow gap-2">
              <Icon
                name={one.recordedAt ? 'approve' : 'clock'}
                className={one.recordedAt ? 'mt-0.5 text-leaf' : 'mt-0.5 text-muted'}
              />
              <div className="min-w-0">
                <bdi>{one.name}</bdi>
                <span className="block text-sm text-muted">
                  {one.recordedAt
                    ? one.validUntil
                      ? t('sinceUntil', { day: day(one.recordedAt), until: day(one.validUntil) })
                      : t('since', { day: day(one.recordedAt) })
                    : one.per === 'booking'
                      ? t('missingBooking')
                      : isDecider
                        ? t('missingOrganisation', { borrower })
                        : t('missingOurs')}
                </span>
              </div>
            </div>
            {one.per === 'organisation' && one.isOfPool
              ? !one.recordedAt && <span className="text-sm text-muted">{t('byPool')}</span>
              : isDecider && (
                  <ConfirmButton
                    confirmationId={one.id}
                    name={one.name}
                    isRecorded={one.recordedAt !== null}
                    of={one.per === 'booking' ? { bookingId } : { organisationId }}
                  />
                )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ConfirmButtonProps = {
  confirmationId: string;
  name: string;
  isRecorded: boolean;
  of: { bookingId: string } | { organisationId: string };
};

/** “Seen”, or back. */
export async function ConfirmButton({ confirmationId, name, isRecorded, of }: ConfirmButtonProps) {
  const t = await getTranslations('approvals.confirm');
  return (
    <ActionForm
      action={isRecorded ? revokeConfirmationAction : recordConfirmationAction}
      className="ms-auto"
    >
      <input type="hidden" name="confirmationId" value={confirmationId} />
      {Object.entries(of).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <SubmitButton variant={isRecorded ? 'ghost' : 'quiet'} size="small">
        {isRecorded ? t('takeBack') : t('record')}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </ActionForm>
  );
}
