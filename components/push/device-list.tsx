import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import type { Locale } from '@/lib/platform/i18n/locales';
import { removeDeviceAction } from '@/lib/push/actions';
import type { PushDevice } from '@/lib/push/model';

type DeviceListProps = { devices: PushDevice[]; locale: Locale };

/** Where one is told; a phone that was lost can be taken off from any other. */
export async function DeviceList({ devices, locale }: DeviceListProps) {
  const t = await getTranslations('account.push');
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold">{t('devicesTitle')}</h3>
      <ul className="divide-y divide-line">
        {devices.map(({ id, name, since, isThis }) => (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <Icon name="phone" className="text-muted" />
            <div className="min-w-0 grow">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                <bdi>{name}</bdi>
                {isThis && <Badge tone="leaf">{t('here')}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {t('since', { day: formatDay(dayOf(since, 'UTC'), locale, 'date') })}
              </p>
            </div>
            {!isThis && (
              <ActionForm action={removeDeviceAction}>
                <input type="hidden" name="deviceId" value={id} />
                <SubmitButton variant="ghost" size="small">
                  <span aria-hidden>{t('remove')}</span>
                  <span className="sr-only">{t('removeName', { device: name })}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
