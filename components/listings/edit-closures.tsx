import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { TimeSpan } from '@/components/ui/time';
import { reopenAction } from '@/lib/listings/actions';
import type { Closure, EditableResource } from '@/lib/listings/model';
import { paths } from '@/lib/platform/paths';
import { CloseSheet } from './edit-close-sheet';

type EditClosuresProps = { resource: EditableResource; closures: Closure[]; days: ReactNode };

/** When the owner needs it: list, add, take back. */
export async function EditClosures({ resource, closures, days }: EditClosuresProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('listings.edit'),
    getTranslations('common.action'),
    getLocale(),
  ]);
  return (
    <section aria-labelledby="closures" className="space-y-3">
      <h2 id="closures" className="text-lg">
        {t('closures')}
      </h2>
      <p className="text-muted">
        {closures.length === 0 ? `${t('noClosures')} ` : ''}
        {t('closuresText')}
      </p>
      <ul className="divide-y divide-line empty:hidden">
        {closures.map(({ id, start, end, reason }) => (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <div className="min-w-0 grow">
              <p className="font-medium">
                <TimeSpan period={{ start, end }} zone={resource.pool.zone} style="long" />
              </p>
              {reason && (
                <p dir="auto" className="text-sm text-muted">
                  {reason}
                </p>
              )}
            </div>
            <ConfirmSheet
              trigger={t('reopen')}
              look={{ variant: 'ghost', size: 'small' }}
              title={t('reopenTitle')}
              text={t('reopenText')}
              confirm={t('reopen')}
              closeLabel={common('close')}
              action={reopenAction}
            >
              <input type="hidden" name="closureId" value={id} />
            </ConfirmSheet>
          </li>
        ))}
      </ul>
      {/* why the key: a closure more or fewer, and the sheet starts afresh, closed. */}
      <LinkButton
        href={paths.withdrawResource(locale, resource.id)}
        variant="ghost"
        size="small"
        icon="alert"
      >
        {t('withdraw')}
      </LinkButton>
      <CloseSheet key={closures.map(({ id }) => id).join()} resourceId={resource.id} days={days} />
    </section>
  );
}
