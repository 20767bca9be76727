import { cn } from '@/components/ui/cn';
import { pictureSize, pictureUrl, type PictureName } from './pictures';

export type DrawingProps = {
  className?: string | undefined;
  /** For the one picture that is on the first view and large. */
  priority?: boolean;
  /** Empty beside a title, which says the same. */
  alt?: string;
};

/** One file of the set, 4:3, its place kept before it arrives. It follows the page's `color-scheme`. */
export function Drawing({
  name,
  className,
  priority = false,
  alt = '',
}: DrawingProps & { name: PictureName }) {
  return (
    // why: next/image has nothing to gain on a 2 kB vector and would add its own script.

    <img
      src={pictureUrl(name)}
      alt={alt}
      {...pictureSize}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      // what counts most is in the first frame if it is there by then, not in one of its own after it
      decoding={priority ? 'sync' : 'async'}
      draggable={false}
      className={cn('block aspect-4/3 h-auto w-full object-cover', className)}
    />
  );
}
