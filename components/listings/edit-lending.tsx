import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
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
  /** From when to when a closure lasts; of another feature. */
  days: ReactNode;
};

/** Whether, how many and when not. */
export async function LendingTab(props: LendingTabProps) {
  const { resource, closures, parts, canDecide, days } = props;
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
        <EditClosures resource={resource} closures={closures} days={days} />
      ) : (
        <p className="text-sm text-muted">{t('closuresDecide')}</p>
      )}
    </div>
  );
}
