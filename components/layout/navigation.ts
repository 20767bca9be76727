import type { IconName } from '@/components/ui/icons';

/** One entry of the main menu; `match` is the path below which it counts as current. */
export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  match: string;
  /** Only the very path, not what lies below it. */
  exact?: boolean;
  /** How many things wait there, and the label that says so. */
  count?: number;
  countLabel?: string;
};
