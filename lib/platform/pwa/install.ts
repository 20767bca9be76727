/**
 * Putting the app onto the home screen, in the browser. Chromium offers it by an event, once; Safari
 * on iOS leaves it to the person, who has to be told where it stands.
 */

/** Not in TypeScript's DOM: only Chromium has it. */
type InstallEvent = Event & { prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }> };

export type InstallWay = 'installed' | 'prompt' | 'ios' | 'menu';

const MEMORY = 'allmende-install';
const NEVER = 'no';
const SESSION = 'allmende-visit';
const CHANGED = 'allmende:install';

let offered: InstallEvent | null = null;
let isDone = false;

function isInstallEvent(event: Event): event is InstallEvent {
  return 'prompt' in event;
}

// why here and not in an effect: the browser offers it once, as soon as the page is loaded
if (typeof window !== 'undefined') {
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallEvent(event)) return;
    // the browser's own bar would come at a moment of its own
    event.preventDefault();
    offered = event;
    tell();
  });
  window.addEventListener('appinstalled', () => {
    offered = null;
    isDone = true;
    tell();
  });
}

function tell(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** For useSyncExternalStore. */
export function onInstallChange(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
  };
}

/** How it goes on this device, as far as one can know. */
export function installWay(): InstallWay {
  if (isDone || isStandalone()) return 'installed';
  if (offered) return 'prompt';
  // only Safari's engine on a phone or tablet knows whether it stands alone
  return standsAlone() === false ? 'ios' : 'menu';
}

/** Whether this window is the app on the home screen. */
export function isStandalone(): boolean {
  return matchMedia('(display-mode: standalone)').matches || standsAlone() === true;
}

function standsAlone(): unknown {
  return 'standalone' in navigator ? navigator.standalone : undefined;
}

/** Asks by the browser's own window; true when the person agreed. It can be asked once. */
export async function install(): Promise<boolean> {
  const event = offered;
  offered = null;
  const answer = await event?.prompt();
  isDone = answer?.outcome === 'accepted';
  tell();
  return isDone;
}

/** Counts a visit once for each window; see mayAsk. */
export function countVisit(): void {
  if (sessionStorage.getItem(SESSION)) return;
  sessionStorage.setItem(SESSION, '1');
  const memory = localStorage.getItem(MEMORY);
  if (memory !== NEVER) localStorage.setItem(MEMORY, String(Number(memory ?? 0) + 1));
}

/** Whether the hint may show itself: never after a no, and not to a stranger. */
export function mayAsk(when: 'now' | 'again'): boolean {
  const memory = localStorage.getItem(MEMORY);
  return memory !== NEVER && (when === 'now' || Number(memory ?? 0) > 1);
}

export function neverAgain(): void {
  localStorage.setItem(MEMORY, NEVER);
}
