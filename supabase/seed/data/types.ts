import type { PricesSeed, TermsSeed } from './price-types';

/** What the demo data files say; `seed.ts` turns it into rows. German content, English names. */

export type Kind = 'equipment' | 'installation' | 'room' | 'vehicle' | 'service';

export interface OrganisationSeed {
  slug: string;
  name: string;
  kind: 'association' | 'initiative' | 'institution';
  status?: 'pending' | 'admitted' | 'suspended';
  about: string;
  email: string;
  phone: string;
  website?: string;
  address: string;
  /** Recognised by the QM as serving the common good; left out: unless it is an initiative. */
  commonGood?: boolean;
}

export interface AssetSeed {
  /** Unique in the pool; resources refer to it. */
  key: string;
  owner: string;
  name: string;
  quantity: number;
}

export interface ResourceSeed {
  slug: string;
  /** Slug of the organisation that lends it. */
  owner: string;
  kind: Kind;
  title: string;
  description: string;
  rules?: string;
  place?: string;
  /** Name of a drawn picture (components/pictures/pictures.ts). */
  picture: string;
  capacityNote?: string;
  priceNote?: string;
  depositNote?: string;
  /** Rules and prices that the words need not repeat. */
  terms?: TermsSeed;
  prices?: PricesSeed;
  approval?: 'instant' | 'manual';
  status?: 'published' | 'paused' | 'retired';
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
  minMinutes?: number;
  maxMinutes?: number;
  leadMinutes?: number;
  /** Stock of the resource's own asset, when it has one of its own. Default 1. */
  quantity?: number;
  /** Made of shared assets instead: halves, kits, piles. */
  parts?: { asset: string; quantity?: number }[];
  /** Rhythm for the year of bookings; chosen by kind when left out. */
  rhythm?: 'weekly-training' | 'weekend' | 'summer' | 'weekday' | 'evening' | 'rare' | 'idle';
}
