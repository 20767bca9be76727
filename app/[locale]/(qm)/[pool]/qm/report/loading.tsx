import { Page } from '@/components/layout/page';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page width="wide">
      <Skeleton className="mb-3 h-9 w-72" />
      <Skeleton className="mb-5 h-5 w-56" />
      <Skeleton className="mb-6 h-13 max-w-xl rounded-full" />
      <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-3 wide:grid-cols-4">
        {Array.from({ length: 8 }, (_, tile) => (
          <Skeleton key={tile} className="h-22 rounded-lg" />
        ))}
      </div>
      <Skeleton className="mt-9 h-64 rounded-lg" />
      <Skeleton className="mt-9 h-96 rounded-lg" />
    </Page>
  );
}
