import type { ReactNode } from 'react';

/**
 * The one primary action, in the thumb's reach: sticks above the tab bar on a phone, stands in the
 * flow on wide screens. Last child of the page's content.
 */
export function ActionBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="sticky bottom-(--tab-bar) z-20 -mx-4 mt-6 border-t border-line bg-paper px-4 py-3 wide:static wide:mx-0 wide:border-0 wide:bg-transparent wide:px-0 cramped:static">
      {note && <p className="mb-2 text-sm text-muted">{note}</p>}
      <div className="flex items-center gap-3 *:grow wide:*:grow-0">{children}</div>
    </div>
  );
}
