import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonText } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page width="wide">
      <div className="space-y-4" aria-busy>
        <Skeleton className="h-11 w-40" />
        <Skeleton className="aspect-4/3 max-h-96 w-full rounded-lg" />
        <Skeleton className="h-7 w-28 rounded-full" />
        <Skeleton className="h-9 w-4/5" />
        <SkeletonText lines={4} />
        <Skeleton className="h-96 rounded-lg" />
      </div>
    </Page>
  );
}
