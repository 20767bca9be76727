import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { mailHref, mapHref, telHref, webHref } from '@/lib/platform/contact-links';
import { comma } from '@/lib/platform/date-format';
import { mapTemplate } from '@/lib/platform/map-link';
import { cn } from './cn';
import { Icon } from './icon';

/** Ways to reach somebody: pressed, the call, the mail, the page or the map begins. */

type WayProps = { children?: ReactNode; className?: string | undefined };

const LOOK =
  'inline-flex min-h-11 max-w-full items-center gap-1.5 text-leaf underline underline-offset-4';

type LinkProps = WayProps & { href: string | null; text: string };

// What cannot be pressed is shown all the same: people write “nach Absprache” where a number belongs.
function Way({ href, text, className, children }: LinkProps) {
  const words = (
    <bdi dir="auto" className="min-w-0 wrap-anywhere">
      {text}
    </bdi>
  );
  if (!href) return words;
  return (
    <a href={href} rel="noreferrer nofollow" className={cn(LOOK, className)}>
      {words}
      {children}
    </a>
  );
}

export function PhoneWay({ phone, ...rest }: WayProps & { phone: string }) {
  return <Way href={telHref(phone)} text={phone} {...rest} />;
}

export function MailWay({ email, ...rest }: WayProps & { email: string }) {
  return <Way href={mailHref(email)} text={email} {...rest} />;
}

export function WebWay({ address, ...rest }: WayProps & { address: string }) {
  const text = address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
  return <Way href={webHref(address)} text={text} {...rest} />;
}

type PlaceWayProps = {
  place: string;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
  className?: string;
};

/** An address that opens the phone's own map. */
export async function PlaceWay({ place, latitude, longitude, className }: PlaceWayProps) {
  const [t, locale, template] = await Promise.all([
    getTranslations('common.action'),
    getLocale(),
    mapTemplate(),
  ]);
  const spot = { place, latitude: latitude ?? null, longitude: longitude ?? null };
  return (
    <Way href={mapHref(spot, template)} text={place} className={className}>
      <Icon name="external" className="size-4" />
      <span className="sr-only">{comma(locale) + t('map')}</span>
    </Way>
  );
}
