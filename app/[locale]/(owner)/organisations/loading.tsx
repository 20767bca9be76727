import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page>
      <Skeleton className="mb-3 h-9 w-64" />
      <Skeleton className="mb-6 h-5 w-48" />
      <SkeletonRows rows={3} />
    </Page>
  );
}
