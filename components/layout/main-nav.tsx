import { Icon } from '@/components/ui/icon';
import { NavLink } from './nav-link.client';
import type { NavItem } from './navigation';

const ITEM =
  'group relative flex grow basis-0 flex-col items-center justify-center gap-0.5 rounded-md px-1 text-xs font-medium text-muted hover:text-leaf aria-[current]:text-leaf-ink wide:min-h-11 wide:grow-0 wide:basis-auto wide:flex-row wide:gap-2 wide:px-3.5 wide:text-sm wide:aria-[current]:bg-leaf-soft cramped:flex-row cramped:justify-start cramped:gap-3 cramped:px-0 cramped:text-base';

type MainNavProps = { label: string; items: NavItem[] };

/** Under the thumb on a phone, in the top bar from 900 px. One list, so that it is read once. */
export function MainNav({ label, items }: MainNavProps) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom,0px)] print:hidden wide:static wide:border-0 wide:bg-transparent wide:pb-0 cramped:static cramped:order-last cramped:w-full cramped:border-0"
    >
      <ul className="mx-auto flex h-15 max-w-xl px-1 wide:h-auto wide:max-w-none wide:gap-1 wide:px-0 cramped:h-auto cramped:flex-wrap cramped:px-0">
        {items.map(({ href, label: word, icon, match, exact, count = 0, countLabel }) => (
          <li
            key={href}
            className="flex grow basis-0 wide:grow-0 wide:basis-auto cramped:min-h-11 cramped:basis-full"
          >
            <NavLink
              href={href}
              match={match}
              {...(exact ? { exact } : {})}
              label={count > 0 ? countLabel : undefined}
              className={ITEM}
            >
              <span className="relative rounded-full px-4 py-0.5 group-aria-[current]:bg-leaf-soft wide:p-0 wide:group-aria-[current]:bg-transparent cramped:px-0">
                <Icon name={icon} className="size-6" />
                {count > 0 && (
                  <span className="edged absolute -end-0.5 -top-1 min-w-5 rounded-full bg-marigold px-1.5 text-center text-xs/5 font-bold text-[#2b1a00] tabular-nums wide:-end-3 wide:-top-2.5">
                    {count > 99 ? '99+' : count}
                  </span>
                )}
              </span>
              <span className="max-w-full truncate">{word}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
