import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icons';
import { setStatusAction } from '@/lib/listings/actions';
import type { EditableResource, ResourceStatus } from '@/lib/listings/model';

const MOVES = {
  pause: { status: 'paused', icon: 'pause', variant: 'quiet' },
  publish: { status: 'published', icon: 'play', variant: 'primary' },
  retire: { status: 'retired', icon: 'expired', variant: 'ghost' },
} as const satisfies Record<string, { status: ResourceStatus; icon: IconName; variant: string }>;

type Move = keyof typeof MOVES;

const OFFERED: Record<ResourceStatus, Move[]> = {
  published: ['pause', 'retire'],
  paused: ['publish', 'retire'],
  retired: ['publish'],
};

/** Whether it is lent, and what changing that means. */
export async function EditState({ resource }: { resource: EditableResource }) {
  const [t, common] = await Promise.all([
    getTranslations('listings.edit'),
    getTranslations('common.action'),
  ]);
  const isWaiting = resource.status === 'published' && !resource.isListed;
  return (
    <section aria-labelledby="state" className="space-y-3">
      <h2 id="state" className="text-lg">
        {t('state')}
      </h2>
      <p>{t(`states.${isWaiting ? 'waiting' : resource.status}`)}</p>
      <div className="flex flex-wrap gap-2.5">
        {OFFERED[resource.status].map((move) => (
          <ConfirmSheet
            key={`${resource.status}-${move}`}
            trigger={
              <>
                <Icon name={MOVES[move].icon} />
                {t(move)}
              </>
            }
            look={{ variant: MOVES[move].variant, size: 'small' }}
            title={t(`${move}Title`)}
            text={t(`${move}Text`)}
            confirm={t(move)}
            danger={move === 'retire'}
            closeLabel={common('close')}
            action={setStatusAction}
          >
            <input type="hidden" name="resourceId" value={resource.id} />
            <input type="hidden" name="status" value={MOVES[move].status} />
          </ConfirmSheet>
        ))}
      </div>
    </section>
  );
}
