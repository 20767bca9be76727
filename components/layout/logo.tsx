/** A tree over common ground. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" className="size-8" aria-hidden>
      <rect width="32" height="32" rx="9" className="fill-leaf" />
      <g className="fill-none stroke-on-leaf" strokeWidth="2.2" strokeLinecap="round">
        <path d="M16 25V13M16 18.5l4-3M16 21l-4-3" />
        <path d="M16 6.5a6.8 6.8 0 0 1 5.5 10.8M16 6.5a6.8 6.8 0 0 0-5.5 10.8" />
        <path d="M7 25.5h18" />
      </g>
    </svg>
  );
}
