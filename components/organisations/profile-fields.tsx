import { getTranslations } from 'next-intl/server';
import { ChoiceCards } from '@/components/ui/choices.client';
import { Input, TextArea } from '@/components/ui/fields.client';
import { ORGANISATION_KINDS, type OrganisationProfile } from '@/lib/organisations/model';
import { HereButton } from './here-button.client';

type Given = Pick<
  OrganisationProfile,
  'name' | 'kind' | 'about' | 'email' | 'phone' | 'website' | 'address' | 'spot'
>;

/** What an organisation says of itself; the same fields when founding and when changing. */
export async function ProfileFields({ given }: { given?: Given }) {
  const [t, common] = await Promise.all([
    getTranslations('organisations'),
    getTranslations('common.action'),
  ]);
  const optional = common('optional');
  return (
    <>
      <Input
        name="name"
        label={t('found.name')}
        defaultValue={given?.name}
        maxLength={120}
        autoComplete="organization"
      />
      <ChoiceCards
        name="kind"
        legend={t('found.kind')}
        defaultValue={given?.kind ?? 'association'}
        options={ORGANISATION_KINDS.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          text: t(`kindText.${kind}`),
        }))}
      />
      <TextArea
        name="about"
        label={t('found.about')}
        hint={t('found.aboutHint')}
        optional={optional}
        defaultValue={given?.about}
        rows={3}
        maxLength={4000}
      />
      <fieldset className="space-y-4">
        <legend className="mb-1 text-lg font-semibold">{t('found.contact')}</legend>
        <p className="text-sm text-muted">{t('found.contactHint')}</p>
        <Input
          name="email"
          type="email"
          label={t('found.email')}
          optional={optional}
          defaultValue={given?.email}
          autoComplete="email"
          maxLength={254}
        />
        <Input
          name="phone"
          type="tel"
          label={t('found.phone')}
          optional={optional}
          defaultValue={given?.phone}
          autoComplete="tel"
          maxLength={40}
        />
        <Input
          name="website"
          type="text"
          inputMode="url"
          dir="ltr"
          placeholder="https://"
          label={t('found.website')}
          optional={optional}
          defaultValue={given?.website}
          autoComplete="url"
          autoCapitalize="none"
          maxLength={240}
        />
        <Input
          name="address"
          label={t('found.address')}
          hint={t('found.addressHint')}
          optional={optional}
          defaultValue={given?.address}
          autoComplete="street-address"
          maxLength={240}
        />
        <div className="space-y-2">
          <Input
            name="spot"
            label={t('found.spot')}
            hint={t('found.spotHint')}
            optional={optional}
            defaultValue={given?.spot}
            placeholder="52.5300, 13.4700"
            dir="ltr"
            autoComplete="off"
            maxLength={60}
          />
          <HereButton field="spot" label={t('found.here')} unknown={t('found.hereUnknown')} />
        </div>
      </fieldset>
    </>
  );
}
