import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { OldNew } from '@/components/bookings/old-new';
import { Notice } from '@/components/ui/notice';
import { Alternatives } from '@/components/bookings/alternatives';
import type { BookingDetail } from '@/lib/bookings/model';
import { findAlternatives } from '@/lib/bookings/queries/alternatives';
import { previewChange } from '@/lib/bookings/queries/change';
import type { Period } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';
import { unbroken } from '@/lib/platform/unbroken';

type WishPreviewProps = {
  booking: BookingDetail;
  period: Period;
  quantity: number;
  /** It has not begun: another time would do as well. */
  canMove: boolean;
  send: (isAtOnce: boolean) => ReactNode;
};

/** Old beside new, what it costs, who decides, and what stands against it. */
export async function WishPreview(props: WishPreviewProps) {
  const { booking, period, quantity, canMove, send } = props;
  const [t, preview] = await Promise.all([
    getTranslations('bookings.change'),
    previewChange(booking, period, quantity),
  ]);
  const from = { period: booking.period, quantity: booking.quantity, quote: booking.quote };
  const to = { period, quantity, quote: preview?.quote ?? null };
  const refusals = preview ? preview.refusals : [t('cannot')];
  return (
    <section aria-labelledby="preview" className="space-y-4">
      <h2 id="preview" className="text-lg">
        {t('preview')}
      </h2>
      <OldNew from={from} to={to} zone={booking.zone} />
      {refusals.length > 0 ? (
        <>
          <Notice tone="refused" title={t('refused')}>
            <ul className="space-y-1">
              {refusals.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
          {canMove && <Instead {...props} />}
        </>
      ) : (
        <>
          <p>{preview?.isAtOnce ? t('atOnce') : t('asks', { owner: unbroken(booking.owner) })}</p>
          {send(preview?.isAtOnce ?? false)}
        </>
      )}
    </section>
  );
}

/** When else, or what else then. */
async function Instead({ booking, period, quantity }: WishPreviewProps) {
  const { id, resourceId, organisationId, zone, poolSlug } = booking;
  const [locale, choices] = await Promise.all([
    getLocale(),
    findAlternatives({ resourceId, organisationId, period, zone, quantity, exceptBookingId: id }),
  ]);
  if (!choices || choices.times.length + choices.resources.length === 0) return null;
  return (
    <Alternatives
      choices={choices}
      timesPath={paths.changeBooking(locale, id)}
      thingsPath={paths.resource(locale, poolSlug, '')}
    />
  );
}
