import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page>
      <Skeleton className="mb-6 h-9 w-44" />
      <SkeletonRows rows={5} />
    </Page>
  );
}
