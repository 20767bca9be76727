import type { Day, WallTime } from '@/lib/platform/dates';

/** Closed lists as the database checks them. */
export const RESOURCE_KINDS = ['equipment', 'installation', 'room', 'vehicle', 'service'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RESOURCE_STATUSES = ['published', 'paused', 'retired'] as const;
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];

/** manual: an approver decides. instant: what is free is given at once. */
export const APPROVALS = ['manual', 'instant'] as const;
export type Approval = (typeof APPROVALS)[number];

export const MAX_PHOTOS = 12;

/** What the owner offers as time around a booking; anything else that is stored stays a choice too. */
export const BUFFER_MINUTES = [0, 15, 30, 60, 120, 240, 720, 1440] as const;

/** A thing as its owner changes it. */
export type EditableResource = {
  id: string;
  slug: string;
  kind: ResourceKind;
  title: string;
  description: string;
  rules: string;
  place: string;
  approval: Approval;
  status: ResourceStatus;
  isListed: boolean;
  picture: string;
  capacityNote: string;
  priceNote: string;
  depositNote: string;
  bufferBefore: number;
  bufferAfter: number;
  quantity: number;
  /** Made of several assets: its number follows from theirs. */
  isKit: boolean;
  createdBy: string | null;
  organisation: { id: string; slug: string; name: string; status: string };
  pool: { slug: string; zone: string };
  photos: EditablePhoto[];
};

export type EditablePhoto = { id: string; url: string; alt: string };

export type Closure = { id: string; start: Date; end: Date; reason: string };

/** Days as the owner names them, both included; with hours when it is not the whole day. */
export type ClosureInput = {
  resourceId: string;
  from: Day;
  to: Day;
  startTime: WallTime | undefined;
  endTime: WallTime | undefined;
  reason: string;
};

/** A thing in its owner's list. */
export type OwnThing = {
  id: string;
  slug: string;
  title: string;
  kind: ResourceKind;
  status: ResourceStatus;
  isListed: boolean;
  quantity: number;
  picture: string;
  photoUrl: string | null;
  createdBy: string | null;
};
