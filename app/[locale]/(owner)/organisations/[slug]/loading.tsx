import { Page } from '@/components/layout/page';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page width="normal">
      <Skeleton className="mb-3 h-6 w-44" />
      <Skeleton className="mb-5 h-9 w-72" />
      <Skeleton className="mb-5 h-13 rounded-full" />
      <div className="grid gap-3 wide:grid-cols-2">
        {Array.from({ length: 6 }, (_, thing) => (
          <Skeleton key={thing} className="h-24 rounded-lg" />
        ))}
      </div>
    </Page>
  );
}
