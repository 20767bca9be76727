import { cn } from '@/components/ui/cn';
import { Picture } from '@/components/pictures/picture';
import type { Thing } from '@/lib/bookings/model';

type ThingPictureProps = { thing: Thing | null; className?: string };

/** The thing's own photo, else its drawing. The title stands beside it, so it says nothing. */
export function ThingPicture({ thing, className }: ThingPictureProps) {
  const shape = cn('aspect-4/3 shrink-0 overflow-hidden bg-sunken', className);
  if (!thing?.photoUrl) {
    return (
      <div className={shape}>
        <Picture name={thing?.picture} kind={thing?.kind ?? 'equipment'} className="size-full" />
      </div>
    );
  }
  return (
    <div className={shape}>
      {/* why: photos are stored small and prepared; another optimiser would only add a hop. */}
      <img src={thing.photoUrl} alt="" loading="lazy" className="size-full object-cover" />
    </div>
  );
}
