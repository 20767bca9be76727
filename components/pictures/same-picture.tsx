import { ViewTransition, type ReactNode } from 'react';

/**
 * The picture of a thing in a list and on its own page: where the browser can, the one grows into the
 * other when somebody goes from here to there. `globals.css` says how long, and not at all for whom.
 *
 * why `default` none: a list that reads itself anew must not fade.
 */
export function SamePicture({ slug, children }: { slug: string; children: ReactNode }) {
  return (
    <ViewTransition name={`thing-${slug}`} share="morph" default="none">
      {children}
    </ViewTransition>
  );
}
