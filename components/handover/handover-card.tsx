import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import type { Handover, HandoverSection } from '@/lib/handover/model';
import { now } from '@/lib/platform/clock';
import { telHref } from '@/lib/platform/contact-links';
import { formatSoon } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';
import { HandOverForm } from './hand-over-form';
import { NoShowSheet } from './no-show-sheet';
import { ReturnForm } from './return-form';

type HandoverCardProps = {
  booking: Handover;
  section: HandoverSection;
  picture: ReactNode;
  /** What must be confirmed before it leaves; of another feature. */
  confirm: ReactNode;
  /** Something of it is missing: that comes before the hand over. */
  isMissing: boolean;
};

/** One thing that leaves or returns: what, who, until when, how to reach them, and the tap. */
export async function HandoverCard(props: HandoverCardProps) {
  const { booking, section, picture, confirm, isMissing } = props;
  const [t, locale] = await Promise.all([getTranslations('handover'), getLocale()]);
  const { id, thing, quantity, borrower, person, phone, period, zone } = booking;
  const at = now();
  const leaves = section === 'out' || section === 'tomorrow';
  const time = formatSoon(leaves ? period.start : period.end, at, locale, zone);
  const isEarly = section === 'away' || section === 'tomorrow';
  const tel = phone && telHref(phone);
  const call = tel && (
    <a
      href={tel}
      aria-label={t('call', { name: borrower })}
      className={buttonStyle({ variant: 'quiet', size: 'small' })}
    >
      <Icon name="phone" />
      {t('callShort')}
    </a>
  );
  return (
    <li className="edged rounded-lg bg-surface p-4 shadow-card">
      <article aria-labelledby={`t-${id}`} className="space-y-3">
        <div className="flex gap-3 cramped:flex-col">
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
              <Name>{borrower}</Name>
              {person && (
                <>
                  {' · '}
                  <bdi>{person}</bdi>
                </>
              )}
            </p>
          </div>
        </div>
        {leaves ? (
          <div className="space-y-2.5">
            {confirm}
            <HandOverForm bookingId={id} place="handover" isEarly={isEarly || isMissing} />
            <div className="flex flex-wrap gap-2.5 empty:hidden">
              {section === 'out' && period.start <= at && (
                <NoShowSheet bookingId={id} place="handover" borrower={borrower} />
              )}
              {call}
            </div>
          </div>
        ) : (
          <ReturnForm bookingId={id} place="handover" isEarly={isEarly} beside={call} />
        )}
      </article>
    </li>
  );
}
