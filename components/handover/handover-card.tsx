import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Handover, HandoverSection } from '@/lib/handover/model';
import { now } from '@/lib/platform/clock';
import { formatSoon } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { HandOverForm } from './hand-over-form';
import { NoShowSheet } from './no-show-sheet';
import { ReturnForm } from './return-form';

type HandoverCardProps = { booking: Handover; section: HandoverSection; picture: ReactNode };

/** One thing that leaves or returns: what, who, until when, how to reach them, and the tap. */
export async function HandoverCard({ booking, section, picture }: HandoverCardProps) {
  const [t, locale] = await Promise.all([getTranslations('handover'), getLocale()]);
  const { id, thing, quantity, borrower, person, phone, period, zone } = booking;
  const at = now();
  const leaves = section === 'out' || section === 'tomorrow';
  const time = formatSoon(leaves ? period.start : period.end, at, locale, zone);
  return (
    <li className="edged rounded-lg bg-surface p-4 shadow-card">
      <article aria-labelledby={`t-${id}`} className="space-y-3">
        <div className="flex gap-3">
          {picture}
          <div className="min-w-0 grow">
            <h3 id={`t-${id}`} className="text-base leading-snug" dir="auto">
              <Link href={paths.booking(locale, id)} className="hover:text-leaf">
                {quantity > 1 && `${t('pieces', { count: quantity })} `}
                {thing?.title}
              </Link>
            </h3>
            <p
              className={
                section === 'late'
                  ? 'font-semibold text-marigold-ink'
                  : 'font-semibold tabular-nums'
              }
            >
              {section === 'late' && <Icon name="bell" className="me-1 inline size-4.5" />}
              {t(`times.${section}`, { time })}
            </p>
            <p className="text-sm text-muted">
              <bdi>{borrower}</bdi>
              {person && (
                <>
                  {' · '}
                  <bdi>{person}</bdi>
                </>
              )}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2.5">
          {leaves ? (
            <HandOverForm bookingId={id} place="handover" />
          ) : (
            <ReturnForm bookingId={id} place="handover" />
          )}
        </div>
        <div className="flex flex-wrap gap-x-4 empty:hidden">
          {phone && (
            <a
              href={`tel:${phone.replace(/[^\d+]/g, '')}`}
              className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-leaf hover:underline"
            >
              <Icon name="phone" className="size-4.5" />
              {t('call', { name: borrower })}
            </a>
          )}
          {section === 'out' && period.start <= at && (
            <NoShowSheet bookingId={id} place="handover" borrower={borrower} />
          )}
        </div>
      </article>
    </li>
  );
}
