import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Picture } from '@/components/pictures/picture';
import { Badge } from '@/components/ui/badge';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { Name } from '@/components/ui/name';
import { Notice } from '@/components/ui/notice';
import { WhenLine } from '@/components/ui/when-line';
import { whenOf, whenQuery } from '@/lib/availability/model';
import { paths } from '@/lib/platform/paths';
import { leaveWaitingListAction } from '@/lib/waiting/actions';
import type { WaitingEntry } from '@/lib/waiting/model';

type WaitingListProps = {
  entries: WaitingEntry[];
  withBorrower: boolean;
  /** Somebody has just joined. */
  isNew: boolean;
};

/** Where one waits, with the place in line; nothing when one waits nowhere. */
export async function WaitingList({ entries, withBorrower, isNew }: WaitingListProps) {
  const t = await getTranslations('waiting.list');
  if (entries.length === 0) return null;
  return (
    <section id="waiting" className="mt-8">
      <h2 className="mb-2.5 text-base text-muted">{t('title')}</h2>
      {isNew && (
        <div className="mb-3">
          <Notice tone="done">{t('joined')}</Notice>
        </div>
      )}
      <ul className="space-y-2.5">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} withBorrower={withBorrower} />
        ))}
      </ul>
    </section>
  );
}

async function Entry({ entry, withBorrower }: { entry: WaitingEntry; withBorrower: boolean }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('waiting.list'),
    getTranslations('waiting.join'),
    getLocale(),
  ]);
  const { thing, period, zone, poolSlug, quantity, owner, borrower, place } = entry;
  return (
    <li className="edged flex gap-3 rounded-lg bg-surface p-2.5 shadow-card">
      <span className="w-20 shrink-0 self-start overflow-hidden rounded-md bg-sunken">
        {thing && <Picture name={thing.picture} kind={thing.kind} />}
      </span>
      <div className="flex min-w-0 grow flex-col gap-0.5">
        {thing ? (
          <Link
            href={paths.resource(locale, poolSlug, thing.slug, whenQuery(whenOf(period, zone)))}
            prefetch={false}
            className="leading-snug font-semibold hover:underline"
          >
            <bdi>{thing.title}</bdi>
          </Link>
        ) : (
          <span className="text-muted">{t('gone')}</span>
        )}
        <p className="text-sm">
          <WhenLine period={period} zone={zone} />
        </p>
        <p className="text-sm text-muted">
          {quantity > 1 && `${words('pieces', { count: quantity })} · `}
          <Name>{withBorrower ? t('fromFor', { owner, borrower }) : t('from', { owner })}</Name>
        </p>
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
          <Badge tone="marigold" icon="clock">
            {place === null ? t('serving') : t('place', { place })}
          </Badge>
          <Leave id={entry.id} />
        </div>
      </div>
    </li>
  );
}

async function Leave({ id }: { id: string }) {
  const [t, common] = await Promise.all([
    getTranslations('waiting.leave'),
    getTranslations('common.action'),
  ]);
  return (
    <ConfirmSheet
      trigger={t('action')}
      look={{ variant: 'ghost', size: 'small' }}
      title={t('title')}
      closeLabel={common('close')}
      text={t('text')}
      confirm={t('confirm')}
      action={leaveWaitingListAction}
    >
      <input type="hidden" name="entryId" value={id} />
    </ConfirmSheet>
  );
}
