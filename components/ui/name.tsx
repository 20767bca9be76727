import { unbroken } from '@/lib/platform/unbroken';

type NameProps = { children: string; className?: string | undefined };

/** A name that people wrote: it has its own direction, and “e. V.” stays in one piece. */
export function Name({ children, className }: NameProps) {
  const name = <bdi>{unbroken(children)}</bdi>;
  // around it, so that a line of its own begins where the reader's lines begin
  return className === undefined ? name : <span className={className}>{name}</span>;
}
