import type { TermsSeed } from './price-types';

/** What holds for everything in the district unless somebody says otherwise. */
export const districtRules: Record<string, { hold_hours: number; horizon_days?: number }> = {
  // a week to answer: most approvers are volunteers
  ostviertel: { hold_hours: 168, horizon_days: 540 },
  westhafen: { hold_hours: 168 },
};

/** House rules: what an owner says once for all of its things. */
export const houseRules: Record<string, TermsSeed> = {
  // somebody is in the office on weekdays, so three days are enough to answer
  quartiersbuero: { hold_hours: 72, horizon_days: 365 },
  // the grill is asked for by everybody in summer
  'fc-ostviertel': { horizon_days: 365, quotas: [{ measure: 'days', per: 'month', most: 6 }] },
  'feuerwehr-ost': {
    confirmations: [{ name: 'Einweisung durch die Feuerwehr', per: 'organisation' }],
  },
  'kita-regenbogen': { horizon_days: 365 },
};

/** Who has been shown already what the house rules want confirmed. */
export const confirmed: [owner: string, organisations: string[]][] = [
  ['feuerwehr-ost', ['turnverein-ostviertel', 'jugendzentrum-gleis']],
];

/** What an owner agreed to in advance: for these things nobody needs to be asked any more. */
export interface StandingSeed {
  owner: string;
  thing: string;
  /** Named ones, or everybody who brought back so many in order. */
  organisations?: string[];
  minCleanReturns?: number;
  maxDays?: number;
  maxQuantity?: number;
  note: string;
}

export const standingApprovals: StandingSeed[] = [
  {
    owner: 'schachclub-springer',
    thing: 'schachspiele',
    organisations: ['stadtteilbibliothek', 'jugendzentrum-gleis', 'seniorenclub-goldregen'],
    maxQuantity: 20,
    note: 'Spielen seit Jahren mit uns zusammen.',
  },
  {
    owner: 'turnverein-ostviertel',
    thing: 'turnmatten',
    organisations: ['kita-regenbogen', 'elternrat-ost', 'viet-kulturhaus'],
    maxDays: 3,
    maxQuantity: 24,
    note: 'Die Matten kommen immer sauber zurück.',
  },
  {
    owner: 'kirchgemeinde-lukas',
    thing: 'teller-sets',
    minCleanReturns: 3,
    maxDays: 4,
    note: 'Wer dreimal alles heil zurückgebracht hat, muss nicht mehr fragen.',
  },
];
