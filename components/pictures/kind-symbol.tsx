import type { PictureKind } from './pictures';

/** 24×24, drawn with the text's colour, in the same hand as components/ui/icon. */
const paths: Readonly<Record<PictureKind, string>> = {
  // a crate with its handle and a thing looking out
  equipment: 'M3.5 10.5h17v9h-17zM3.5 15h17M6.5 10.5V6h4v4.5M13.5 10.5l1.6-6 3.6 1-1.3 5',
  // a tree and a bench
  installation:
    'M7 20v-7M7 14.5a4.2 4.2 0 1 1 0-10 4.2 4.2 0 0 1 0 10M12.5 14.5h8M12.5 17h8M14 17v3M19 17v3M3.5 20h17',
  // an open door
  room: 'M5 20.5v-17h14v17M3 20.5h5M16.5 20.5H21M8 20.5V6.2l6.5-2.7v17.8zM12 12.4v1.2',
  // a van
  vehicle:
    'M2.5 17V6.5h11V17M13.5 9.5h4l4 4.2V17h-1.6M16.1 17H9.4M5.6 17H2.5M7.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4M18 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  // a hand that holds a heart
  service:
    'M3 15.5h3l3-2h4.2a1.6 1.6 0 0 1 0 3.2H10M14.5 15.6l4.4-2.3a1.6 1.6 0 0 1 1.6 2.8L14 20.5H6L3 20M14 10.6 10.9 7.5a2 2 0 0 1 3.1-2.6 2 2 0 0 1 3.1 2.6z',
};

type KindSymbolProps = {
  kind: PictureKind;
  className?: string | undefined;
  /** Only where the kind's word does not stand beside it. */
  label?: string;
};

export function KindSymbol({ kind, className, label }: KindSymbolProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={paths[kind]} />
    </svg>
  );
}
