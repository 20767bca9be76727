/**
 * What a push carries: words in the reader's language, and nothing that would be worth stealing. Deciding needs
 * the session of the device, as everywhere else.
 */
export type PushNotice = {
  /** Whose it is; another person on the same device never sees it. */
  person: string;
  title: string;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The same booking replaces itself. */
  tag: string;
  /** Path of the page that it is about. */
  path: string;
  decide?: Decide;
};

/** A yes or no from the lock screen. */
export type Decide = {
  booking: string;
  /** What the thing is called, for the list of what is not sent yet. */
  thing: string;
  locale: string;
  approve: string;
  decline: string;
  /** The reason that a no from here gives. */
  reason: string;
  /** What came of it. */
  approved: string;
  declined: string;
  /** A colleague was first, and said something else. */
  late: string;
  /** It was refused for another reason, and waits for a decision. */
  refused: string;
  notSent: string;
  waits: string;
};

export const PUSH_PATH = '/api/push';
/** Says that the post comes from our own pages: no other site may send this header. */
export const PUSH_HEADER = 'x-allmende-push';
