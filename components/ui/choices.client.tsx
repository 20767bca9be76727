'use client';

import type { ReactNode } from 'react';
import { FieldNotes } from './field-frame';
import { useField } from './form.client';

type CheckboxProps = {
  name: string;
  value?: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked?: boolean;
};

/** One thing to tick, or one of a group that shares its name. */
export function Checkbox({ name, value = 'on', label, hint, defaultChecked }: CheckboxProps) {
  const field = useField(name, defaultChecked ? value : undefined, Boolean(hint));
  return (
    <div>
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          key={field.attempt}
          {...field.aria}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={isChosen(field.value, value)}
          className="tick"
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={field.id} hint={hint} error={field.error} />
    </div>
  );
}

export type Card = { value: string; label: ReactNode; text?: ReactNode; picture?: ReactNode };

type ChoiceCardsProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: Card[];
  defaultValue?: string | undefined;
  /** Cards side by side (with pictures) instead of one below the other. */
  grid?: boolean;
};

/** One of a few, as cards big enough for a thumb. */
export function ChoiceCards(props: ChoiceCardsProps) {
  const { name, legend, hint, options, defaultValue, grid } = props;
  const field = useField(name, defaultValue, Boolean(hint));
  return (
    <fieldset aria-describedby={field.aria['aria-describedby']}>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div
        key={field.attempt}
        className={grid ? 'grid grid-cols-2 gap-2.5 sm:grid-cols-3' : 'grid grid-cols-1 gap-2.5'}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-13 pressable cursor-pointer items-center gap-3 rounded-md border-[1.5px] border-edge bg-surface px-4 py-2.5 hover:border-leaf has-checked:border-leaf has-checked:bg-leaf-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-leaf)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              data-invalid={field.aria['aria-invalid']}
              defaultChecked={isChosen(field.value, option.value)}
              className="tick outline-none"
            />
            {option.picture}
            <span className="min-w-0">
              <span className="block font-semibold">{option.label}</span>
              {option.text && <span className="block text-sm text-muted">{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={field.id} hint={hint} error={field.error} />
    </fieldset>
  );
}

function isChosen(value: string | string[] | undefined, option: string): boolean {
  return Array.isArray(value) ? value.includes(option) : value === option;
}
