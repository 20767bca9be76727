/**
 * Says something politely to screen readers and, as a toast, to everyone else. One region in the
 * layout listens; where it is missing nothing happens.
 */
export const ANNOUNCE_EVENT = 'allmende:announce';

export type Announcement = { text: string; isVisible: boolean };

export function announce(text: string, { isVisible = false } = {}): void {
  const detail: Announcement = { text, isVisible };
  window.dispatchEvent(new CustomEvent(ANNOUNCE_EVENT, { detail }));
}

export function toast(text: string): void {
  announce(text, { isVisible: true });
}
