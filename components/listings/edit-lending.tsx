import { getTranslations } from 'next-intl/server';
import type { Closure, EditableResource } from '@/lib/listings/model';
import { EditClosures } from './edit-closures';
import { EditState } from './edit-state';
import { EditStock } from './edit-stock';

type LendingTabProps = { resource: EditableResource; closures: Closure[]; canDecide: boolean };

/** Whether, how many and when not. */
export async function LendingTab({ resource, closures, canDecide }: LendingTabProps) {
  const t = await getTranslations('listings.edit');
  return (
    <div className="space-y-8">
      <EditState resource={resource} />
      <section>
        <EditStock resource={resource} />
      </section>
      {canDecide ? (
        <EditClosures resource={resource} closures={closures} />
      ) : (
        <p className="text-sm text-muted">{t('closuresDecide')}</p>
      )}
    </div>
  );
}
