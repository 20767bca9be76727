import type { ResourceKind } from '../listings/model';
import type { Period } from '@/lib/platform/dates';

/** What somebody wants to wait for. */
export type WaitingWish = {
  resourceId: string;
  /** Missing when nobody is signed in yet. */
  organisationId: string | undefined;
  period: Period;
  quantity: number;
  purpose: string;
};

/** A place in line. */
export type WaitingEntry = {
  id: string;
  period: Period;
  zone: string;
  poolSlug: string;
  quantity: number;
  purpose: string;
  /** Counted from 1; null in the moment in which it is being served. */
  place: number | null;
  /** Null where the thing is no longer shown to who looks. */
  thing: { title: string; slug: string; kind: ResourceKind; picture: string } | null;
  /** Names of both sides; empty where one is no longer shown to who looks. */
  owner: string;
  borrower: string;
  person: string | null;
};
