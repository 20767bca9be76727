'use client';

import { useFormStatus } from 'react-dom';
import { buttonStyle, type ButtonLook } from './button-style';

type SubmitButtonProps = ButtonLook & {
  children: React.ReactNode;
  /** Said while it runs; the width stays. */
  busy?: React.ReactNode;
  /** Several buttons in one form tell each other apart by name and value. */
  name?: string;
  value?: string;
};

export function SubmitButton({ children, busy, name, value, ...look }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const isMine = pending && (name === undefined || data.get(name) === value);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      // why not `disabled`: it would drop the focus and, with it, what a screen reader follows.
      aria-disabled={pending}
      aria-busy={isMine}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={buttonStyle(look)}
    >
      {isMine && (
        <span
          aria-hidden
          className="size-[1.1em] animate-spin rounded-full border-2 border-current border-e-transparent"
        />
      )}
      {isMine && busy ? busy : children}
    </button>
  );
}
