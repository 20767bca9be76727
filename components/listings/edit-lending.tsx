import { getTranslations } from 'next-intl/server';
import type { Closure, EditableResource, Part } from '@/lib/listings/model';
import { EditClosures } from './edit-closures';
import { EditParts } from './edit-parts';
import { EditState } from './edit-state';
import { EditStock } from './edit-stock';

type LendingTabProps = {
  resource: EditableResource;
  closures: Closure[];
  parts: Part[];
  canDecide: boolean;
};

/** Whether, how many and when not. */
export async function LendingTab({ resource, closures, parts, canDecide }: LendingTabProps) {
  const t = await getTranslations('listings.edit');
  return (
    <div className="space-y-8">
      <EditState resource={resource} />
      <section>
        <EditStock resource={resource} />
      </section>
      {canDecide && parts.length > 1 && (
        <EditParts resourceId={resource.id} parts={parts} isKit={resource.isKit} />
      )}
      {canDecide ? (
        <EditClosures resource={resource} closures={closures} />
      ) : (
        <p className="text-sm text-muted">{t('closuresDecide')}</p>
      )}
    </div>
  );
}
