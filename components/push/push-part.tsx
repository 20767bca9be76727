import { getLocale, getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices.client';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { chooseKindsAction } from '@/lib/push/actions';
import { PUSH_KINDS, type PushSettings } from '@/lib/push/model';
import { DeviceList } from './device-list';
import { PushSwitch } from './push-switch.client';

/** What of a person's news goes to which phone. */
export async function PushPart({ settings }: { settings: PushSettings }) {
  const [t, locale] = await Promise.all([getTranslations('account.push'), getLocale()]);
  const { key, devices, kinds } = settings;
  return (
    <div className="space-y-6">
      <PushSwitch
        pushKey={key}
        isKnown={devices.some(({ isThis }) => isThis)}
        words={{
          turnOn: t('turnOn'),
          turnOff: t('turnOff'),
          isOn: t('isOn'),
          denied: t('denied'),
          install: t('install'),
          unsupported: t('unsupported'),
          failed: t('failed'),
        }}
      />
      {devices.length > 0 && (
        <>
          <ActionForm action={chooseKindsAction} className="space-y-4">
            <fieldset>
              <legend className="mb-1 text-sm font-semibold">{t('kindsTitle')}</legend>
              {PUSH_KINDS.map((kind) => (
                <Checkbox
                  key={kind}
                  name="kinds"
                  value={kind}
                  label={t(`kinds.${kind}`)}
                  defaultChecked={kinds.includes(kind)}
                />
              ))}
            </fieldset>
            <SubmitButton variant="quiet">{t('save')}</SubmitButton>
          </ActionForm>
          <DeviceList devices={devices} locale={locale} />
        </>
      )}
    </div>
  );
}
