import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import { SubmitButton } from '@/components/ui/submit-button.client';

type RequestBarProps = {
  /** What pressing does: asked for, or booked at once. */
  label: ReactNode;
  /** The chosen time, in a few words. */
  note: ReactNode;
};

/** The one action of the page: under the thumb on a phone, below the fields on wide screens. */
export function RequestBar({ note, ...button }: RequestBarProps) {
  return (
    // why contents: a box around the bar would be all it can stick within
    <div className="contents wide:hidden">
      <ActionBar>
        {note}
        <RequestButton {...button} />
      </ActionBar>
    </div>
  );
}

export function WideRequestButton(props: Pick<RequestBarProps, 'label'>) {
  return (
    <div className="sticky -bottom-5 -mx-5 -mb-5 hidden bg-sunken p-5 wide:block">
      <RequestButton {...props} />
    </div>
  );
}

async function RequestButton({ label }: Pick<RequestBarProps, 'label'>) {
  const t = await getTranslations('bookings.request');
  return (
    <SubmitButton wide busy={t('sending')}>
      {label}
    </SubmitButton>
  );
}
