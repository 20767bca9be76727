import { Page } from '@/components/layout/page';
import { ThingGridSkeleton } from '@/components/listings/thing-grid';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page width="wide">
      <div className="space-y-3" aria-busy>
        <Skeleton className="h-9 w-60" />
        <Skeleton className="h-15 rounded-full" />
        <Skeleton className="h-13 rounded-full" />
        <Skeleton className="h-11 w-3/4 rounded-full" />
        <Skeleton className="mt-6 h-7 w-52" />
        <ThingGridSkeleton />
      </div>
    </Page>
  );
}
