'use client';

import { useRef, type ReactNode } from 'react';
import { ICON_BUTTON } from './button';
import { cn } from './cn';
import { FieldFrame } from './field-frame';
import { useField } from './form.client';
import { Icon } from './icon';

type StepperProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What the two buttons are called: “One fewer”, “One more”. */
  fewer: string;
  more: string;
  min?: number;
  max?: number | undefined;
  defaultValue?: number;
};

/** How many. A plain number field with two buttons; without JavaScript the buttons stay away. */
export function Stepper(props: StepperProps) {
  const { name, label, hint, fewer, more, min = 1, max, defaultValue = min } = props;
  const { id, error, value, aria } = useField(name, String(defaultValue), Boolean(hint));
  const input = useRef<HTMLInputElement>(null);

  function step(by: 1 | -1) {
    const field = input.current;
    if (!field) return;
    if (by === 1) field.stepUp();
    else field.stepDown();
    // stepUp is silent; whoever listens to the form (live availability) wants to know.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className="inline-flex items-center gap-1 rounded-full border-[1.5px] border-edge bg-surface p-0.5">
        <button
          type="button"
          aria-label={fewer}
          className={cn(ICON_BUTTON, 'needs-js')}
          onClick={() => {
            step(-1);
          }}
        >
          <Icon name="minus" />
        </button>
        <input
          ref={input}
          {...aria}
          id={id}
          name={name}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          defaultValue={typeof value === 'string' ? value : undefined}
          className="h-11 w-16 [appearance:textfield] rounded-md bg-transparent text-center text-lg font-semibold tabular-nums aria-invalid:text-brick [&::-webkit-inner-spin-button]:appearance-none"
        />
        <button
          type="button"
          aria-label={more}
          className={cn(ICON_BUTTON, 'needs-js')}
          onClick={() => {
            step(1);
          }}
        >
          <Icon name="plus" />
        </button>
      </div>
    </FieldFrame>
  );
}
