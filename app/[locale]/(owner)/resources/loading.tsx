import { Page } from '@/components/layout/page';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page className="max-w-xl">
      <Skeleton className="mb-2 h-6 w-48" />
      <Skeleton className="mb-6 h-9 w-64" />
      <Skeleton className="mb-6 h-13 rounded-full" />
      {Array.from({ length: 5 }, (_, field) => (
        <Skeleton key={field} className="mb-3 h-17" />
      ))}
    </Page>
  );
}
