'use client';

import type { ReactNode } from 'react';
import type { ActionState } from '@/lib/platform/forms';
import type { QueuedForm } from '@/lib/platform/queue/model';
import type { ButtonLook } from './button-style';
import { ActionForm } from './form.client';
import { Sheet } from './sheet.client';
import { SubmitButton } from './submit-button.client';

type ConfirmSheetProps<T> = {
  trigger: ReactNode;
  look?: ButtonLook;
  title: string;
  /** What will happen, and whether it can be undone. */
  text?: ReactNode;
  confirm: string;
  danger?: boolean;
  closeLabel: string;
  action: (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;
  initial?: ActionState<T>;
  /** May wait on this device when there is no network. */
  queue?: QueuedForm;
  /** Hidden inputs, a reason to give. */
  children?: ReactNode;
};

/** Asks once before something that others notice. The form inside works without JavaScript too. */
export function ConfirmSheet<T>(props: ConfirmSheetProps<T>) {
  const { trigger, look, title, text, confirm, danger = false, closeLabel } = props;
  const { action, initial, queue, children } = props;
  return (
    <Sheet trigger={trigger} title={title} closeLabel={closeLabel} {...(look ? { look } : {})}>
      <ActionForm
        action={action}
        queue={queue}
        {...(initial ? { initial } : {})}
        className="space-y-5"
      >
        {text && <div>{text}</div>}
        {children}
        <SubmitButton wide variant={danger ? 'danger' : 'primary'}>
          {confirm}
        </SubmitButton>
      </ActionForm>
    </Sheet>
  );
}
