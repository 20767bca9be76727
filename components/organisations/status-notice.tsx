import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { OrganisationProfile } from '@/lib/organisations/model';

/** What the organisation's state means for its people and what happens next; nothing once admitted. */
export async function StatusNotice({ status, statusNote }: OrganisationProfile) {
  if (status === 'admitted') return null;
  const t = await getTranslations('organisations.page');
  return (
    <Notice tone={status === 'pending' ? 'attention' : 'refused'} title={t(`${status}Title`)}>
      <p>{t(`${status}Text`)}</p>
      {statusNote && (
        <p className="mt-2">
          <span className="font-semibold">{t('note')}</span>{' '}
          <q dir="auto" className="whitespace-pre-line">
            {statusNote}
          </q>
        </p>
      )}
    </Notice>
  );
}
