import { getTranslations } from 'next-intl/server';
import { KindSymbol } from '@/components/pictures/kind-symbol';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { RESOURCE_KINDS, toggled, type ResourceKind } from '@/lib/listings/model';

type KindChipsProps = {
  chosen: ResourceKind[];
  kindsHref: (kinds: ResourceKind[]) => string;
};

/** What? Any number of kinds; none chosen means all. */
export async function KindChips({ chosen, kindsHref }: KindChipsProps) {
  const [t, words] = await Promise.all([
    getTranslations('common.kind'),
    getTranslations('listings.search'),
  ]);
  return (
    <ChipRow label={words('kinds')}>
      {RESOURCE_KINDS.map((kind) => (
        <ChipLink
          key={kind}
          active={chosen.includes(kind)}
          prefetch={false}
          href={kindsHref(toggled(chosen, kind))}
        >
          <KindSymbol kind={kind} className="size-5" />
          {t(kind)}
        </ChipLink>
      ))}
    </ChipRow>
  );
}
