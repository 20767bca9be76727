import { getTranslations } from 'next-intl/server';
import { KindSymbol } from '@/components/pictures/kind-symbol';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { RESOURCE_KINDS, type ResourceKind } from '@/lib/listings/model';
import type { TimelineThing } from '@/lib/timeline/model';

type TimelineKindsProps = {
  things: TimelineThing[];
  chosen: ResourceKind | null;
  kindHref: (kind: ResourceKind | null) => string;
};

/** Narrows many things down to one kind; with one kind there is nothing to choose. */
export async function TimelineKinds({ things, chosen, kindHref }: TimelineKindsProps) {
  const [t, words] = await Promise.all([
    getTranslations('common.kind'),
    getTranslations('timeline'),
  ]);
  const kinds = RESOURCE_KINDS.filter((kind) => things.some((thing) => thing.kind === kind));
  if (kinds.length < 2) return null;
  return (
    <ChipRow label={words('kinds')}>
      {kinds.map((kind) => (
        <ChipLink
          key={kind}
          active={kind === chosen}
          prefetch={false}
          href={kindHref(kind === chosen ? null : kind)}
        >
          <KindSymbol kind={kind} className="size-5" />
          {t(kind)}
        </ChipLink>
      ))}
    </ChipRow>
  );
}
