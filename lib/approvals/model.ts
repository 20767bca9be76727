export const DECISION_PLACES = ['inbox', 'booking'] as const;
export type DecisionPlace = (typeof DECISION_PLACES)[number];

/** Ready reasons for saying no; their words are in messages/<locale>/approvals.json. */
export const DECLINE_REASONS = ['ownUse', 'broken', 'notFitting'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
