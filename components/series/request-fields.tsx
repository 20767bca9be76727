import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Select, TextArea } from '@/components/ui/fields.client';
import { Notice } from '@/components/ui/notice';
import { unbroken } from '@/lib/platform/unbroken';

type RequestFieldsProps = {
  resourceId: string;
  freshKey: string;
  /** The viewer's admitted organisations in this pool; null when nobody is signed in. */
  borrowers: { id: string; name: string }[] | null;
  chosen: string | undefined;
  foundHref: string;
};

/** For whom and what for; the dates stand above. */
export async function RequestFields(props: RequestFieldsProps) {
  const { resourceId, freshKey, borrowers, chosen, foundHref } = props;
  const [t, common] = await Promise.all([
    getTranslations('series.plan'),
    getTranslations('common.action'),
  ]);
  const [only] = borrowers ?? [];
  return (
    <div className="space-y-5">
      <input type="hidden" name="resourceId" value={resourceId} />
      <input type="hidden" name="key" value={freshKey} />
      {borrowers === null && <Notice>{t('signIn')}</Notice>}
      {borrowers?.length === 0 && (
        <Notice
          tone="attention"
          title={t('noOrganisation')}
          action={
            <LinkButton href={foundHref} size="small" variant="quiet" icon="plus">
              {t('found')}
            </LinkButton>
          }
        />
      )}
      {borrowers?.length === 1 && only && (
        <p>
          <input type="hidden" name="organisationId" value={only.id} />
          {t.rich('for', {
            organisation: unbroken(only.name),
            b: (name) => <bdi className="font-semibold">{name}</bdi>,
          })}
        </p>
      )}
      {borrowers && borrowers.length > 1 && (
        <Select
          name="organisationId"
          label={t('organisation')}
          options={borrowers.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={chosen ?? only?.id}
        />
      )}
      <TextArea
        name="purpose"
        label={t('purpose')}
        optional={common('optional')}
        hint={t('purposeHint')}
        rows={2}
        maxLength={2_000}
      />
    </div>
  );
}
