import type { QueuedAct } from '../queue/model';

/** What pages and the service worker say to each other. */
export type ToWorker =
  /** Keep these pages with what they need for times without network, and the offline page. */
  | { type: 'keep'; pages: string[]; offlinePage: string }
  /** Keep these pages too, where the copy is older than half an hour: nobody has visited them yet. */
  | { type: 'keep-also'; pages: string[] }
  /** Whose device this is now; what was kept for somebody else goes. Empty: nobody's. */
  | { type: 'person'; person: string }
  /** Is what this window shows a kept copy? Answered on the port that comes along: true or false. */
  | { type: 'is-copy' }
  /** About what waits to be sent; answered on the port that comes along. */
  | { type: 'queue'; ask: QueueAsk }
  /** To the new version: the person agreed to it. */
  | { type: 'take-over' }
  /** To the old version then: what it still fetches ahead would hold the new one up. */
  | { type: 'make-way' };

export type QueueAsk =
  | { do: 'list'; person: string }
  | { do: 'keep'; act: QueuedAct }
  | { do: 'drop'; id: string }
  /** Try now. */
  | { do: 'send'; person: string }
  /** Somebody signs out: nothing of theirs stays. */
  | { do: 'forget'; person: string };

export type FromWorker = {
  type: 'queue-changed';
  answered: Pick<QueuedAct, 'form' | 'title' | 'state'>[];
};

export const WORKER_PATH = '/sw.js';

/** Where the phone's “Share” sends photos to (app/manifest.ts), and under which name. */
export const SHARE_PATH = '/api/share';
export const SHARED_FIELD = 'photo';

/**
 * Cache names. `pages` holds what one person may see, `shared` the photos that somebody shared and no
 * form has sent yet; the others hold what everybody may.
 */
export const CACHES = {
  pages: 'pages',
  files: 'files',
  pictures: 'pictures',
  about: 'about',
  shared: 'shared',
};

const KEPT = new Set(['bookings', 'handover', 'inbox', 'events', 'offline']);
const NOT_KEPT = new Set([
  'sign-in',
  'sign-out',
  'account',
  'invitation',
  'organisations',
  'resources',
]);

/** Pages that are kept when they are visited: those one needs in a cellar, none with secrets. */
export function isWorthKeeping(path: string): boolean {
  const [, , first = '', second] = path.split('/');
  if (first === '' || KEPT.has(first)) return true;
  // a thing is listed where it stands, often in a cellar
  if (first === 'resources' && second === 'new') return true;
  if (NOT_KEPT.has(first)) return false;
  return second === undefined || second === 'resources';
}
