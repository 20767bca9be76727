import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import { Input, Select } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Stepper } from '@/components/ui/stepper.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { planEventAction } from '@/lib/events/actions';
import type { ActionState } from '@/lib/platform/forms';
import { unbroken } from '@/lib/platform/unbroken';

type PlanFormProps = {
  eventId: string;
  /** Slug of the list to begin with; null for an empty one, and for an event that has one. */
  template: string | null;
  zone: string;
  given: { title: string; guests: number; place: string };
  borrowers: { id: string; name: string }[];
  chosen: string;
  submit: string;
  initial: ActionState<{ eventId: string }>;
  /** The fields of the time. */
  children: ReactNode;
};

/** Step one: what it is called, when, where and for how many. */
export async function PlanForm(props: PlanFormProps) {
  const { eventId, template, zone, given, borrowers, chosen, submit, initial, children } = props;
  const [t, common] = await Promise.all([
    getTranslations('events.new'),
    getTranslations('common.action'),
  ]);
  const [only] = borrowers;
  return (
    <ActionForm action={planEventAction} initial={initial} className="space-y-5">
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="zone" value={zone} />
      {template && <input type="hidden" name="template" value={template} />}
      <Input
        name="title"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={given.title}
        maxLength={120}
      />
      {children}
      <Stepper
        name="guests"
        label={t('guests')}
        hint={t('guestsHint')}
        fewer={common('fewer')}
        more={common('more')}
        max={100_000}
        defaultValue={given.guests}
      />
      <Input
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        optional={common('optional')}
        defaultValue={given.place}
        maxLength={240}
      />
      {borrowers.length > 1 ? (
        <Select
          name="organisationId"
          label={t('organisation')}
          options={borrowers.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={chosen}
        />
      ) : (
        <p>
          <input type="hidden" name="organisationId" value={chosen} />
          {t.rich('for', {
            organisation: unbroken(only?.name ?? ''),
            b: (name) => <bdi className="font-semibold">{name}</bdi>,
          })}
        </p>
      )}
      <ActionBar>
        <SubmitButton wide>{submit}</SubmitButton>
      </ActionBar>
    </ActionForm>
  );
}
