import type { ResourceKind } from '@/lib/listings/model';
import {
  HOLD_HOURS,
  HORIZON_DAYS,
  type Audience,
  type Clock,
  type Confirmation,
  type DayCount,
  type HoursApply,
  type OpenHours,
  type OpeningException,
  type PartOfDay,
  type PeriodKind,
  type Quota,
  type RequestMode,
  type Rules,
} from './rules';

/** Who can say a rule, the nearest first: the nearer one's word counts. */
export const TERMS_SCOPES = ['resource', 'organisation', 'pool'] as const;
export type TermsScope = (typeof TERMS_SCOPES)[number];

export const OPENINGS = ['always', 'hours'] as const;
export type Opening = (typeof OPENINGS)[number];

/** What one level says itself; null is “as the level above says”. */
export type OwnTerms = {
  /** As the database tells it, to notice that somebody else wrote meanwhile. */
  updatedAt: string;
  periodKind: PeriodKind | null;
  slotMinutes: number | null;
  slotStartsAt: Clock | null;
  pickupAt: Clock | null;
  returnAt: Clock | null;
  parts: PartOfDay[];
  dayCount: DayCount | null;
  minMinutes: number | null;
  maxMinutes: number | null;
  minDays: number | null;
  maxDays: number | null;
  leadMinutes: number | null;
  leadWorkingDays: number | null;
  horizonDays: number | null;
  opening: Opening | null;
  hours: OpenHours[];
  exceptions: OpeningException[];
  hoursApply: HoursApply | null;
  closedOnPublicHolidays: boolean | null;
  closedInSchoolHolidays: boolean | null;
  pickupsPerDay: number | null;
  audience: Audience | null;
  ownFirstDays: number | null;
  /** Organisations chosen by id; empty also for who may not read them. */
  chosen: string[];
  requestMode: RequestMode | null;
  holdHours: number | null;
  noShowMinutes: number | null;
  quotas: Quota[];
  confirmations: Confirmation[];
};

export type Level = { scope: TermsScope; id: string; name: string; terms: OwnTerms };

export const NO_TERMS: OwnTerms = {
  updatedAt: '',
  periodKind: null,
  slotMinutes: null,
  slotStartsAt: null,
  pickupAt: null,
  returnAt: null,
  parts: [],
  dayCount: null,
  minMinutes: null,
  maxMinutes: null,
  minDays: null,
  maxDays: null,
  leadMinutes: null,
  leadWorkingDays: null,
  horizonDays: null,
  opening: null,
  hours: [],
  exceptions: [],
  hoursApply: null,
  closedOnPublicHolidays: null,
  closedInSchoolHolidays: null,
  pickupsPerDay: null,
  audience: null,
  ownFirstDays: null,
  chosen: [],
  requestMode: null,
  holdHours: null,
  noShowMinutes: null,
  quotas: [],
  confirmations: [],
};

type Column = Exclude<keyof OwnTerms, 'updatedAt'>;

/** The questions that rules answer, in the order of the editor, and what belongs to each. */
export const COLUMNS = {
  length: ['minMinutes', 'maxMinutes', 'minDays', 'maxDays', 'dayCount'],
  ahead: ['leadMinutes', 'leadWorkingDays', 'horizonDays'],
  opening: ['opening', 'hoursApply', 'closedOnPublicHolidays', 'closedInSchoolHolidays'],
  periods: ['periodKind'],
  audience: ['audience'],
  shares: ['pickupsPerDay', 'quotas'],
  decides: ['requestMode', 'holdHours', 'noShowMinutes'],
  shown: ['confirmations'],
} as const satisfies Record<string, Column[]>;
export type Topic = keyof typeof COLUMNS;

export const TOPICS = [
  'length',
  'ahead',
  'opening',
  'periods',
  'audience',
  'shares',
  'decides',
  'shown',
] as const satisfies Topic[];

/** Lists of which those of all levels count together. */
const ADDED: readonly Column[] = ['quotas', 'confirmations'];

function isSaid(value: OwnTerms[Column]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** Whether a level itself says something to a question. */
export function saysTo(topic: Topic, terms: OwnTerms): boolean {
  return COLUMNS[topic].some((column) => isSaid(terms[column]));
}

/** The levels whose word counts for a question, the nearest first; none: nobody says anything. */
export function originsOf(topic: Topic, levels: readonly Level[]): Level[] {
  const counting = COLUMNS[topic].flatMap((column) => {
    const said = levels.filter(({ terms }) => isSaid(terms[column]));
    return ADDED.includes(column) ? said : said.slice(0, 1);
  });
  return levels.filter((level) => counting.includes(level));
}

/** What opening hours are for where nobody says: rooms are open throughout, things leave and return. */
export function usualHoursApply(kind: ResourceKind): HoursApply {
  return kind === 'room' || kind === 'installation' || kind === 'service' ? 'use' : 'handover';
}

/** What levels come to together, as private.refresh_effective_terms resolves them for a thing. */
export function resolved(levels: readonly Level[], usually: HoursApply): Rules {
  const all = levels.map(({ terms }) => terms);
  const first = <K extends Column>(column: K) =>
    all.find((terms) => terms[column] !== null)?.[column] ?? null;
  const kind = all.find(({ periodKind }) => periodKind !== null) ?? NO_TERMS;
  const whom = all.find(({ audience }) => audience !== null) ?? NO_TERMS;
  const open = all.find(({ opening }) => opening !== null) ?? NO_TERMS;
  return {
    periodKind: kind.periodKind ?? 'minutes',
    slotMinutes: kind.slotMinutes,
    slotStartsAt: kind.slotStartsAt,
    pickupAt: kind.pickupAt,
    returnAt: kind.returnAt,
    parts: kind.periodKind === 'parts' ? kind.parts : [],
    dayCount: first('dayCount') ?? 'calendar',
    minMinutes: first('minMinutes'),
    maxMinutes: first('maxMinutes'),
    minDays: first('minDays'),
    maxDays: first('maxDays'),
    leadMinutes: first('leadMinutes') ?? 0,
    leadWorkingDays: first('leadWorkingDays') ?? 0,
    horizonDays: first('horizonDays') ?? HORIZON_DAYS,
    hours: open.opening === 'hours' ? open.hours : null,
    exceptions: open.opening === 'hours' ? open.exceptions : [],
    hoursApply: first('hoursApply') ?? usually,
    closedOnPublicHolidays: first('closedOnPublicHolidays') ?? false,
    closedInSchoolHolidays: first('closedInSchoolHolidays') ?? false,
    pickupsPerDay: first('pickupsPerDay'),
    audience: whom.audience ?? 'pool',
    ownFirstDays: whom.ownFirstDays,
    requestMode: first('requestMode') ?? 'hold',
    holdHours: first('holdHours') ?? HOLD_HOURS,
    noShowMinutes: first('noShowMinutes'),
    quotas: all.flatMap(({ quotas }) => quotas),
    confirmations: all.flatMap(({ confirmations }) => confirmations),
  };
}
