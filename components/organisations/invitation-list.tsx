import { getLocale, getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { revokeInvitationAction } from '@/lib/organisations/actions';
import type { OpenInvitation } from '@/lib/organisations/model';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';

type InvitationListProps = { invitations: OpenInvitation[]; zone: string };

/** Who was asked and has not come yet. */
export async function InvitationList({ invitations, zone }: InvitationListProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('organisations'),
    getTranslations('common.action'),
    getLocale(),
  ]);
  if (invitations.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-base">{t('invite.openTitle')}</h3>
      <ul className="divide-y divide-line">
        {invitations.map(({ id, email, role, expiresAt, invitedBy }) => (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <div className="min-w-0 grow">
              <p className="font-medium wrap-anywhere">
                <bdi>{email || t('invite.anyone')}</bdi>
              </p>
              <p className="text-sm text-muted">
                {t(`role.${role}`)} ·{' '}
                {t('invite.expires', { date: formatDay(dayOf(expiresAt, zone), locale) })}
                {invitedBy && (
                  <>
                    {' '}
                    · <bdi>{t('invite.by', { name: invitedBy })}</bdi>
                  </>
                )}
              </p>
            </div>
            <ConfirmSheet
              trigger={t('invite.revoke')}
              look={{ variant: 'ghost', size: 'small' }}
              title={t('invite.revokeTitle')}
              text={t('invite.revokeText')}
              confirm={t('invite.revoke')}
              danger
              closeLabel={common('close')}
              action={revokeInvitationAction}
            >
              <input type="hidden" name="invitationId" value={id} />
            </ConfirmSheet>
          </li>
        ))}
      </ul>
    </section>
  );
}
