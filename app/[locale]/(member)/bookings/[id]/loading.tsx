import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page>
      <Skeleton className="mt-3 mb-5 h-9 w-3/4" />
      <Skeleton className="mb-5 h-24 rounded-lg" />
      <Skeleton className="mb-5 aspect-4/3 max-h-44 rounded-lg" />
      <SkeletonRows rows={3} />
    </Page>
  );
}
