import { Activity, type ReactNode } from 'react';

/**
 * A part of the page that comes alive by itself: whoever taps before all of it has wakes what they
 * touched and what stands around it, and waits for no other island.
 *
 * why Activity, not Suspense: React sends a large Suspense boundary after the page and lets a script
 * put it in its place, also where nothing had to be waited for; without JavaScript it would stand at the end.
 */
export function Island({ children }: { children: ReactNode }) {
  return <Activity>{children}</Activity>;
}
