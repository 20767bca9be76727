/** Closed lists as the database checks them, and what each allows on the screens. */
export const ORGANISATION_KINDS = ['association', 'initiative', 'institution'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_STATUSES = ['pending', 'admitted', 'suspended'] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];

/** member books, approver decides, admin also manages people. */
export const MEMBER_ROLES = ['member', 'approver', 'admin'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const STAFF_ROLES = ['manager', 'reviewer'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type PoolRef = { id: string; slug: string; name: string; zone: string };

export type MyOrganisation = {
  id: string;
  slug: string;
  name: string;
  role: MemberRole;
  status: OrganisationStatus;
  pool: PoolRef;
};

export type StaffedPool = PoolRef & { role: StaffRole };

/** Answers requests and says who decides. */
export function canApprove(role: MemberRole): boolean {
  return role !== 'member';
}

/** Two pools may know an organisation by the same slug; then its id says which one is meant. */
export function organisationKey(
  organisation: { id: string; slug: string },
  all: readonly { id: string; slug: string }[],
): string {
  const isAmbiguous = all.some(
    ({ id, slug }) => slug === organisation.slug && id !== organisation.id,
  );
  return isAmbiguous ? organisation.id : organisation.slug;
}

export type OrganisationProfile = {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  status: OrganisationStatus;
  /** The QM's word to the organisation. */
  statusNote: string;
  about: string;
  email: string;
  phone: string;
  website: string;
  address: string;
  /** Where it is, as distances are reckoned from it; empty where nobody said. */
  spot: string;
  pool: PoolRef;
};

/** In degrees. */
type Spot = { latitude: number; longitude: number };

const NUMBER = String.raw`(-?\d{1,3}(?:[.,]\d{1,8})?)`;
const SPOT = new RegExp(String.raw`^${NUMBER}(?:\s*[,;]\s*|\s+)${NUMBER}$`);

/** “52.5300, 13.4700” as maps show it, also with decimal commas and a space; null when it is no place. */
export function readSpot(text: string): Spot | null {
  const [, ...numbers] = SPOT.exec(text.trim().replaceAll('°', '')) ?? [];
  const [latitude, longitude] = numbers.map((number) => Number(number.replace(',', '.')));
  if (latitude === undefined || longitude === undefined) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** Four digits are about ten metres: a house. */
export function spotText({ latitude, longitude }: Spot): string {
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

export type Member = { personId: string; name: string; role: MemberRole; isViewer: boolean };

export type OpenInvitation = {
  id: string;
  role: MemberRole;
  email: string;
  invitedBy: string;
  expiresAt: Date;
};

export type InvitationPreview = { organisation: string; pool: string; role: MemberRole };

export type SentInvitation = {
  /** Shown this once: the database keeps the token's hash only. */
  link: string;
  /** The last day, in words. */
  until: string;
  email: string;
  /** Null: no address was given. */
  isMailed: boolean | null;
};

/** What comes back through a form is unknown to its fields. */
export function isSentInvitation(value: unknown): value is SentInvitation {
  return typeof value === 'object' && value !== null && 'link' in value && 'until' in value;
}
