import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Picture } from '@/components/pictures/picture';
import { SamePicture } from '@/components/pictures/same-picture';
import { AvailabilityMark } from '@/components/ui/availability-mark';
import { PhotoCard } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { availabilityOf } from '@/lib/availability/model';
import { costsNothing, isSurmountable, type ResourceCard } from '@/lib/listings/model';
import { formatMetres } from '@/lib/platform/distance';
import { spokenIn } from '@/lib/platform/i18n/languages';
import { KindTag } from './kind-tag';

type ThingCardProps = {
  thing: ResourceCard;
  href: string;
  /** Among the first few: fetch its picture at once. */
  priority?: boolean;
  /** What it costs, where the owner set prices; else their words say it. */
  price?: ReactNode;
  headingLevel?: 2 | 3;
};

/** A thing in the catalogue: what, whose, where, and how much of it is free then. */
export async function ThingCard({
  thing,
  href,
  priority = false,
  price,
  headingLevel = 3,
}: ThingCardProps) {
  const [t, locale] = await Promise.all([getTranslations('listings.card'), getLocale()]);
  const { title, titleLocale, kind, owner, place, priceNote, free, quantity, metres, hindrance } =
    thing;
  return (
    <PhotoCard
      href={href}
      headingLevel={headingLevel}
      title={
        <span className="hyphens-auto" lang={spokenIn(titleLocale)} dir="auto">
          {title}
        </span>
      }
      picture={
        <SamePicture slug={thing.slug}>
          <ThingPicture thing={thing} priority={priority} />
        </SamePicture>
      }
      corner={<KindTag kind={kind} />}
    >
      {free !== null && <Free {...{ free, quantity, hindrance }} />}
      {owner && (
        <p className="line-clamp-2 text-sm text-muted" dir="auto">
          {owner}
        </p>
      )}
      {(place || metres !== null) && (
        <p className="flex items-start gap-1 text-sm text-muted">
          <Icon name="pin" className="mt-0.5 size-4" />
          {metres !== null && (
            <span className="shrink-0 font-semibold text-ink tabular-nums">
              {formatMetres(metres, locale)}
            </span>
          )}
          <bdi dir="auto" className="min-w-0 wrap-anywhere">
            {place}
          </bdi>
        </p>
      )}
      {free === null && quantity > 1 && (
        <p className="text-sm text-muted">{t('stock', { quantity })}</p>
      )}
      {price ? (
        <p className="text-sm text-muted">{price}</p>
      ) : (
        priceNote && (
          <p className="line-clamp-2 text-sm text-muted" dir="auto">
            {costsNothing(priceNote) ? t('free_of_charge') : priceNote}
          </p>
        )
      )}
    </PhotoCard>
  );
}

type FreeProps = Pick<ResourceCard, 'quantity' | 'hindrance'> & { free: number };

/** How much of it can be had, and what has to be known about that. */
async function Free({ free, quantity, hindrance }: FreeProps) {
  const t = await getTranslations('listings.card');
  const words = hindrance && free > 0 ? t(`hindrance.${hindrance}`) : null;
  if (words && hindrance && !isSurmountable(hindrance)) {
    return <AvailabilityMark state="closed" text={words} className="text-sm" />;
  }
  return (
    <>
      <AvailabilityMark
        state={availabilityOf(free, quantity)}
        {...(quantity > 1 && free > 0 ? { text: t('free', { free, quantity }) } : {})}
        className="text-sm"
      />
      {words && <p className="text-sm">{words}</p>}
    </>
  );
}

type ThingPictureProps = Pick<ThingCardProps, 'thing'> & { priority: boolean };

function ThingPicture({ thing: { photoUrl, picture, kind }, priority }: ThingPictureProps) {
  if (!photoUrl) return <Picture name={picture} kind={kind} priority={priority} />;
  return (
    <img
      src={photoUrl}
      alt=""
      width={320}
      height={240}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding={priority ? 'sync' : 'async'}
      className="block aspect-4/3 h-auto w-full object-cover"
    />
  );
}
