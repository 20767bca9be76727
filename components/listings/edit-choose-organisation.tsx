import { getLocale, getTranslations } from 'next-intl/server';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { Name } from '@/components/ui/name';
import type { MyOrganisation } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';

type ChooseOrganisationProps = { organisations: MyOrganisation[]; chosenId: string };

/** For whom: first of all, because place and rights follow from it. */
export async function ChooseOrganisation({ organisations, chosenId }: ChooseOrganisationProps) {
  const [t, locale] = await Promise.all([getTranslations('listings.edit'), getLocale()]);
  return (
    <div>
      <p className="mb-1 text-sm font-semibold">{t('for')}</p>
      <ChipRow label={t('for')}>
        {organisations.map(({ id, name }) => (
          <ChipLink
            key={id}
            replace
            active={id === chosenId}
            href={paths.newResource(locale, { organisation: id })}
          >
            <Name>{name}</Name>
          </ChipLink>
        ))}
      </ChipRow>
    </div>
  );
}
