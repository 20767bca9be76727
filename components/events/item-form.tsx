import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Input } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { Stepper } from '@/components/ui/stepper.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { planItemAction } from '@/lib/events/actions';

type ItemFormProps = {
  eventId: string;
  itemId: string;
  zone: string;
  given: { what: string; quantity: number; words: string; picture: string } | null;
  /** The fields of the time. */
  children: ReactNode;
};

/** What is wished for. What somebody seldom changes is folded away. */
export async function ItemForm({ eventId, itemId, zone, given, children }: ItemFormProps) {
  const [t, common] = await Promise.all([
    getTranslations('events.item'),
    getTranslations('common.action'),
  ]);
  const words = given && given.words !== given.what ? given.words : '';
  return (
    <ActionForm action={planItemAction} className="space-y-5">
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="zone" value={zone} />
      <input type="hidden" name="picture" value={given?.picture ?? ''} />
      <Input
        name="what"
        label={t('what')}
        hint={t('whatHint')}
        defaultValue={given?.what}
        maxLength={120}
      />
      <Stepper
        name="quantity"
        label={t('quantity')}
        fewer={common('fewer')}
        more={common('more')}
        max={100_000}
        defaultValue={given?.quantity ?? 1}
      />
      <details className="group edged rounded-md bg-sunken px-4 py-1">
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold">
          <Icon name="down" className="me-1.5 size-5" />
          {t('more')}
        </summary>
        <div className="space-y-4 pt-2 pb-4">
          <p className="text-sm text-muted">{t('whenHint')}</p>
          {children}
          <Input
            name="words"
            label={t('words')}
            hint={t('wordsHint')}
            optional={common('optional')}
            defaultValue={words}
            maxLength={200}
          />
        </div>
      </details>
      <SubmitButton wide variant={given ? 'quiet' : 'primary'}>
        {given ? t('save') : t('search')}
      </SubmitButton>
    </ActionForm>
  );
}
