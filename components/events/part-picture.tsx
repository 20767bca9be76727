import { Picture } from '@/components/pictures/picture';
import { cn } from '@/components/ui/cn';
import type { Thing } from '@/lib/bookings/model';

type PartPictureProps = {
  thing: Thing | null;
  /** For a wish that nothing meets yet: the name of a drawing. */
  wish?: string;
  className?: string;
};

/** The thing's photo, else its drawing, else the wish's. The title stands beside it. */
export function PartPicture({ thing, wish, className }: PartPictureProps) {
  const shape = cn('aspect-4/3 w-16 shrink-0 overflow-hidden rounded-md bg-sunken', className);
  return (
    <div className={shape}>
      {thing?.photoUrl ? (
        <img src={thing.photoUrl} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Picture
          name={thing?.picture ?? wish}
          kind={thing?.kind ?? 'equipment'}
          className="size-full"
        />
      )}
    </div>
  );
}
