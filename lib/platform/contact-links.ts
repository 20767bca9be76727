import { asciiDigits } from './digits';

/** What a phone number, an address of a mailbox, of the web or of a house does when it is pressed. */

/**
 * `+49 (0)341 12 34-0` → `tel:+4934112340`; null where nothing can be dialled. Of
 * several numbers the first.
 */
export function telHref(phone: string): string | null {
  const [first = ''] = asciiDigits(phone).split(/\s*(?:[;,|\n]|\boder\b|\bor\b)\s*/u);
  const number = first
    .replace(/^\D*?(?=[+\d(])/u, '')
    // why: a trunk zero in brackets is not dialled from abroad, and a number with + is
    .replace(/^(\+|00)([\d\s]*)\(0\)/, '$1$2')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(/(?!^)\+/g, '');
  return number.replace('+', '').length >= 3 ? `tel:${number}` : null;
}

/** Null where it is no address. What has a meaning in a link is written so that it has none. */
export function mailHref(email: string, subject?: string): string | null {
  const address = email.trim();
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) return null;
  const to = address.split('@').map(encodeURIComponent).join('@');
  return subject ? `mailto:${to}?subject=${encodeURIComponent(subject)}` : `mailto:${to}`;
}

/** Null for anything that is no address of the web. */
export function webHref(address: string): string | null {
  const given = address.trim();
  const url = /^https?:\/\//i.test(given) ? given : `https://${given}`;
  return given !== '' && URL.canParse(url) && new URL(url).hostname.includes('.') ? url : null;
}

type Spot = { place: string; latitude: number | null; longitude: number | null };

/** Opens a map, from a template with {lat}, {lon} and {query}. Null without a place. */
export function mapHref({ place, latitude, longitude }: Spot, template: string): string | null {
  if (!place && latitude === null) return null;
  const query = encodeURIComponent(place || `${String(latitude)},${String(longitude)}`);
  return template
    .replace('{lat}', String(latitude ?? 0))
    .replace('{lon}', String(longitude ?? 0))
    .replace('{query}', query);
}
