import { unbroken } from '@/lib/platform/unbroken';

type NameProps = { children: string; className?: string | undefined };

/** A name that people wrote: it has its own direction, and “e. V.” stays in one piece. */
export function Name({ children, className }: NameProps) {
  return <bdi className={className}>{unbroken(children)}</bdi>;
}
