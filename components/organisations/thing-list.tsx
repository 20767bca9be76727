import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Picture } from '@/components/pictures/picture';
import { Scene } from '@/components/pictures/scene';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { OwnThing } from '@/lib/listings/model';
import { paths } from '@/lib/platform/paths';

const LOOKS = {
  listed: { tone: 'leaf', icon: 'approve' },
  waiting: { tone: 'marigold', icon: 'clock' },
  paused: { tone: 'neutral', icon: 'pause' },
  retired: { tone: 'neutral', icon: 'expired' },
} as const;

type ThingListProps = {
  things: OwnThing[];
  poolSlug: string;
  canEdit: (thing: OwnThing) => boolean;
};

/** The organisation's things with how each stands; leads to changing it, or to looking at it. */
export async function ThingList({ things, poolSlug, canEdit }: ThingListProps) {
  const [t, locale] = await Promise.all([getTranslations('organisations.things'), getLocale()]);
  if (things.length === 0) {
    return (
      <EmptyState picture={<Scene name="empty-organisation" />} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t('title')} className="grid grid-cols-1 gap-3 wide:grid-cols-2">
      {things.map((thing) => {
        const state = stateOf(thing);
        const isMine = canEdit(thing);
        return (
          <li
            key={thing.id}
            className="edged relative flex pressable gap-3.5 rounded-lg bg-surface p-3 shadow-card hover:shadow-raised cramped:flex-col"
          >
            <Thumbnail thing={thing} />
            <div className="min-w-0 grow">
              <h2 className="text-base leading-snug" dir="auto">
                <Link
                  href={
                    isMine
                      ? paths.editResource(locale, thing.id)
                      : paths.resource(locale, poolSlug, thing.slug)
                  }
                  className="after:absolute after:inset-0 after:rounded-lg"
                >
                  {thing.title}
                </Link>
              </h2>
              {thing.quantity > 1 && (
                <p className="text-sm text-muted">{t('quantity', { count: thing.quantity })}</p>
              )}
              <p className="mt-1">
                <Badge {...LOOKS[state]}>{t(state)}</Badge>
              </p>
            </div>
            <Icon
              name={isMine ? 'edit' : 'chevron'}
              className="shrink-0 self-center text-muted cramped:absolute cramped:end-3 cramped:top-3"
            />
          </li>
        );
      })}
    </ul>
  );
}

function stateOf({ status, isListed }: OwnThing): keyof typeof LOOKS {
  if (status !== 'published') return status;
  return isListed ? 'listed' : 'waiting';
}

function Thumbnail({ thing }: { thing: OwnThing }) {
  return (
    <div className="h-18 w-24 shrink-0 overflow-hidden rounded-md bg-sunken">
      {thing.photoUrl ? (
        <img src={thing.photoUrl} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Picture name={thing.picture} kind={thing.kind} />
      )}
    </div>
  );
}
