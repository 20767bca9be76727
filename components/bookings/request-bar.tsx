import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import { SubmitButton } from '@/components/ui/submit-button.client';

type RequestBarProps = {
  isInstant: boolean;
  /** The chosen time and the price, in a few words. */
  note?: ReactNode;
};

/** The one action of the page: under the thumb on a phone, below the fields on wide screens. */
export async function RequestBar({ isInstant, note }: RequestBarProps) {
  const t = await getTranslations('bookings.request');
  return (
    <ActionBar note={note}>
      <SubmitButton wide busy={t('sending')}>
        {isInstant ? t('sendInstant') : t('send')}
      </SubmitButton>
    </ActionBar>
  );
}
