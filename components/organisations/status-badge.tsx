import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import type { OrganisationStatus } from '@/lib/organisations/model';

const LOOKS = {
  pending: { tone: 'marigold', icon: 'clock' },
  admitted: { tone: 'leaf', icon: 'approve' },
  suspended: { tone: 'brick', icon: 'pause' },
} as const;

/** How an organisation stands in its pool: symbol, word and tint. */
export async function OrganisationBadge({ status }: { status: OrganisationStatus }) {
  const t = await getTranslations('organisations.status');
  return <Badge {...LOOKS[status]}>{t(status)}</Badge>;
}
