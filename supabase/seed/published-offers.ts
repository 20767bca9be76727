import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { offerDetails } from './data/offer-details';
import { offerTerms } from './data/offer-terms';
import type { Kind, ResourceSeed } from './data/types';

interface Offer {
  kind: string;
  title: string;
  quantity: string;
  size_or_capacity: string;
  price: string;
  deposit: string;
  terms: string;
  source: string;
}

/** Semicolons between fields, quotes around those that hold one. */
export function parseOffers(csv: string): Offer[] {
  const lines = csv.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [head = [], ...rows] = lines.map((line) =>
    [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
      (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
    ),
  );
  return rows.map(
    (row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])) as unknown as Offer,
  );
}

/** One resource for each published offer, under an owner of our invented district. */
export function publishedOffers(): ResourceSeed[] {
  const file = fileURLToPath(new URL('published-offers.csv', import.meta.url));
  return parseOffers(readFileSync(file, 'utf8')).map((offer) => {
    const details = offerDetails[offer.title];
    if (!details) throw new Error(`data/offer-details.ts does not know "${offer.title}".`);
    const {
      terms,
      prices,
      rules = '',
      priceNote = '',
      depositNote = '',
    } = offerTerms[offer.title] ?? {};
    return {
      ...details,
      kind: offer.kind as Kind,
      title: offer.title,
      quantity: Number(offer.quantity),
      capacityNote: offer.size_or_capacity,
      // price, deposit and terms are rules; words only where nothing could check them
      priceNote,
      depositNote,
      rules,
      ...(terms ? { terms } : {}),
      ...(prices ? { prices } : {}),
    };
  });
}
