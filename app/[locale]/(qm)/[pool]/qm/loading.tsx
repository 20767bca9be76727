import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page width="wide">
      <Skeleton className="mb-3 h-9 w-72" />
      <Skeleton className="mb-5 h-5 w-56" />
      <Skeleton className="mb-6 h-13 max-w-xl rounded-full" />
      <SkeletonRows rows={4} />
    </Page>
  );
}
