/** What one may want to be told on a phone; mails tell all of it in any case. */
export const PUSH_KINDS = ['asked', 'answer_needed', 'decided', 'tomorrow'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

export type PushDevice = { id: string; name: string; since: Date; isThis: boolean };

export type PushSettings = {
  /** What browsers subscribe with. */
  key: string;
  devices: PushDevice[];
  /** The kinds that are wanted. */
  kinds: PushKind[];
};
