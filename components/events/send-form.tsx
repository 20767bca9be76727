import { getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/ui/action-bar';
import { ChoiceCards } from '@/components/ui/choices.client';
import { TextArea } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { requestEventAction } from '@/lib/events/actions';
import { offerToken, type EventDetail, type Offer } from '@/lib/events/model';
import { PriceLine } from './price-line';

type SendFormProps = {
  event: EventDetail;
  /** What is shown is what is asked for. */
  taken: { itemId: string; offer: Offer }[];
  /** Wishes that are not met. */
  unmet: number;
};

/** All or nothing, or what goes; a word to everybody; the one button. */
export async function SendForm({ event, taken, unmet }: SendFormProps) {
  const [t, common] = await Promise.all([
    getTranslations('events.plan'),
    getTranslations('common.action'),
  ]);
  const owners = new Set(taken.map(({ offer }) => offer.ownerId)).size;
  return (
    <ActionForm action={requestEventAction} className="mt-8 space-y-5">
      <input type="hidden" name="eventId" value={event.id} />
      {/* the same plan sent twice is one request */}
      <input type="hidden" name="key" value={`${event.id}.${String(event.version)}`} />
      {taken.map(({ itemId, offer }) => (
        <input
          key={itemId + offer.resourceId}
          type="hidden"
          name="part"
          value={`${itemId}|${String(offer.take)}|${offerToken(offer)}`}
        />
      ))}
      <PriceLine parts={taken.map(({ offer }) => offer)} />
      <ChoiceCards
        name="mode"
        legend={t('modeLegend')}
        defaultValue={event.mode}
        options={[
          { value: 'all_or_nothing', label: t('allTitle'), text: t('allText') },
          { value: 'best_effort', label: t('bestTitle'), text: t('bestText') },
        ]}
      />
      {unmet > 0 && <Notice tone="attention">{t('blocked', { count: unmet })}</Notice>}
      <TextArea
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        optional={common('optional')}
        defaultValue={event.note}
        rows={2}
        maxLength={2_000}
      />
      <ActionBar note={owners > 0 && t('sendNote', { owners })}>
        <SubmitButton wide busy={t('sending')}>
          {t('send', { parts: taken.length })}
        </SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
