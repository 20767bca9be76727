import { Page } from '@/components/layout/page';
import { Loading } from '@/components/ui/loading';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function HandoverLoading() {
  return (
    <Page>
      <Loading>
        <Skeleton className="mb-6 h-9 w-2/3" />
        <SkeletonRows rows={4} />
      </Loading>
    </Page>
  );
}
