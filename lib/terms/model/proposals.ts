import type { ResourceKind } from '@/lib/listings/model';
import { COLUMNS, type Level, type OwnTerms, type Topic } from './levels';

type Proposal = Partial<
  Pick<
    OwnTerms,
    'minMinutes' | 'maxMinutes' | 'maxDays' | 'leadMinutes' | 'leadWorkingDays' | 'horizonDays'
  >
>;

const HOUR = 60;
const DAY = 1_440;

/** What works for most of a kind: a beginning for who has no rules yet. */
export const PROPOSALS: Record<ResourceKind, Proposal> = {
  equipment: { maxDays: 7, leadMinutes: DAY, horizonDays: 180 },
  installation: { minMinutes: HOUR, maxMinutes: DAY, leadMinutes: 2 * DAY, horizonDays: 365 },
  room: { minMinutes: HOUR, maxDays: 3, leadMinutes: 2 * DAY, horizonDays: 365 },
  vehicle: { maxDays: 3, leadMinutes: DAY, horizonDays: 90 },
  service: { minMinutes: HOUR, maxMinutes: 8 * HOUR, leadWorkingDays: 3, horizonDays: 180 },
};

const TOPICS: readonly Topic[] = ['length', 'ahead'];

/** What is proposed for a kind where house rules or the pool have not answered the question yet. */
export function proposalFor(kind: ResourceKind, above: readonly Level[]): Proposal {
  const answered = TOPICS.filter((topic) =>
    above.some(({ terms }) => COLUMNS[topic].some((column) => terms[column] !== null)),
  ).flatMap((topic): readonly string[] => COLUMNS[topic]);
  return Object.fromEntries(
    Object.entries(PROPOSALS[kind]).filter(([column]) => !answered.includes(column)),
  );
}

const NAMES: Record<keyof Proposal, string> = {
  minMinutes: 'min_minutes',
  maxMinutes: 'max_minutes',
  maxDays: 'max_days',
  leadMinutes: 'lead_minutes',
  leadWorkingDays: 'lead_working_days',
  horizonDays: 'horizon_days',
};

/** As `set_terms` takes it. */
export function proposalTerms(proposal: Proposal): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(proposal).map(([column, value]) => [NAMES[column as keyof Proposal], value]),
  );
}
