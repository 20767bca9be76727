import { getTranslations } from 'next-intl/server';
import { Blank, ListNote } from '@/components/ui/blank.client';
import { ActionForm } from '@/components/ui/form.client';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { changePartsAction } from '@/lib/listings/actions';
import type { Part } from '@/lib/listings/model';
import { StandingAgainst } from './standing-against.client';

type EditPartsProps = { resourceId: string; parts: Part[]; isKit: boolean };

/** What it is made of: a hall of two halves, a kit of ten tables and a tent. */
export async function EditParts({ resourceId, parts, isKit }: EditPartsProps) {
  const t = await getTranslations('listings.edit.parts');
  return (
    <details className="edged rounded-lg bg-surface shadow-card" open={isKit}>
      <summary className="flex min-h-14 cursor-pointer items-center px-4 py-2.5 font-semibold">
        {t('title')}
      </summary>
      <ActionForm action={changePartsAction} className="space-y-3 border-t border-line p-4">
        <Saved text={t('saved')} />
        <StandingAgainst title={t('standing')} />
        <input type="hidden" name="resourceId" value={resourceId} />
        <p className="text-sm text-muted">{t('hint')}</p>
        <ul className="max-h-96 divide-y divide-line overflow-y-auto">
          {parts.map(({ id, name, stock, quantity }) => (
            <li key={id} className="flex items-center gap-3 py-1">
              <Blank
                name={`part.${id}`}
                label={t('quantityOf', { name })}
                defaultValue={quantity > 0 ? String(quantity) : ''}
                placeholder="0"
              />
              <span className="min-w-0">
                <bdi>{name}</bdi>
                <span className="block text-sm text-muted">{t('stock', { count: stock })}</span>
              </span>
            </li>
          ))}
        </ul>
        <ListNote name="assetIds" />
        <SubmitButton variant="quiet">{t('save')}</SubmitButton>
      </ActionForm>
    </details>
  );
}
