'use client';

import { useFormState } from '@/components/ui/form.client';

type ChoiceProps = { type: 'radio' | 'checkbox'; name: string; value: string; isGiven: boolean };

/** A box that keeps what was chosen when the form comes back: what was not ticked is not sent. */
export function Choice({ type, name, value, isGiven }: ChoiceProps) {
  const state = useFormState();
  const isAnswered = state !== null && Object.hasOwn(state.values, 'dates');
  return (
    <input
      key={state?.attempt}
      type={type}
      name={name}
      value={value}
      defaultChecked={isAnswered ? state.values[name] === value : isGiven}
      className="tick"
    />
  );
}
