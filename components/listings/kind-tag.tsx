import { getTranslations } from 'next-intl/server';
import { KindSymbol } from '@/components/pictures/kind-symbol';
import { cn } from '@/components/ui/cn';
import type { ResourceKind } from '@/lib/listings/model';

const TINTS = {
  equipment: 'bg-equipment-soft text-equipment-ink',
  installation: 'bg-installation-soft text-installation-ink',
  room: 'bg-room-soft text-room-ink',
  vehicle: 'bg-vehicle-soft text-vehicle-ink',
  service: 'bg-service-soft text-service-ink',
} as const satisfies Record<ResourceKind, string>;

/** Symbol, tint and word. */
export async function KindTag({ kind }: { kind: ResourceKind }) {
  const t = await getTranslations('common.kind');
  return (
    <span
      className={cn(
        'edged inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-xs font-semibold',
        TINTS[kind],
      )}
    >
      <KindSymbol kind={kind} className="size-4.5" />
      {t(kind)}
    </span>
  );
}
