/** The app icon's mark (public/icons/icon.svg): a roof, a bowl held out, something bright between. */
export function Logo() {
  return (
    <svg viewBox="0 0 512 512" className="size-8" aria-hidden>
      <rect width="512" height="512" rx="132" className="fill-leaf" />
      <g className="fill-none stroke-on-leaf" strokeWidth="50" strokeLinecap="round">
        <path d="M98 238 256 104l158 134" strokeLinejoin="round" />
        <path d="M118 318a138 112 0 0 0 276 0" />
      </g>
      <circle cx="256" cy="290" r="54" className="fill-marigold" />
    </svg>
  );
}
