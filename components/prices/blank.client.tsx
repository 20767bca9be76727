'use client';

import { FieldNotes } from '@/components/ui/field-frame';
import { useField } from '@/components/ui/form.client';

type BlankProps = {
  name: string;
  /** What a screen reader says; the sentence around says it to everybody else. */
  label: string;
  defaultValue?: string | undefined;
  /** “€” after the blank, as the language writes it. */
  sign?: string;
};

/** A gap in a sentence to fill with an amount or a number. */
export function Blank({ name, label, defaultValue = '', sign }: BlankProps) {
  const { id, error, value, aria } = useField(name, defaultValue, false);
  return (
    <div className="mx-0.5 inline-block align-middle">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span className="inline-flex items-center gap-1">
        <input
          {...aria}
          id={id}
          name={name}
          type="text"
          dir="ltr"
          inputMode={sign ? 'decimal' : 'numeric'}
          autoComplete="off"
          maxLength={12}
          defaultValue={typeof value === 'string' ? value : undefined}
          className={sign ? 'my-1 control !w-24 text-end' : 'my-1 control !w-16 text-center'}
        />
        {sign}
      </span>
      <FieldNotes id={id} error={error} />
    </div>
  );
}
