'use client';

import type { ReactNode } from 'react';
import { FieldNotes } from './field-frame';
import type { Option } from './fields.client';
import { useField } from './form.client';

/** Gaps in a sentence, to be filled: what a screen reader says stands in `label`, the sentence around says it to everybody else. */
type Gap = { name: string; label: string; defaultValue?: string | undefined };

function GapFrame(props: {
  id: string;
  label: string;
  error: string | undefined;
  children: ReactNode;
}) {
  const { id, label, error, children } = props;
  return (
    <div className="mx-0.5 inline-block max-w-full align-middle">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      {children}
      <FieldNotes id={id} error={error} />
    </div>
  );
}

function useGap({ name, defaultValue = '' }: Gap) {
  const { value, ...field } = useField(name, defaultValue, false);
  return { ...field, value: typeof value === 'string' ? value : value?.[0] };
}

type BlankProps = Gap & {
  /** “€” after the blank, as the language writes it. */
  sign?: string;
  /** What holds while it is empty. */
  placeholder?: string | undefined;
};

/** An amount or a number. */
export function Blank({ sign, placeholder, ...gap }: BlankProps) {
  const { id, error, value, aria } = useGap(gap);
  return (
    <GapFrame id={id} label={gap.label} error={error}>
      <span className="inline-flex items-center gap-1">
        <input
          {...aria}
          id={id}
          name={gap.name}
          type="text"
          dir="ltr"
          inputMode={sign ? 'decimal' : 'numeric'}
          autoComplete="off"
          maxLength={12}
          placeholder={placeholder}
          defaultValue={value}
          className={sign ? 'my-1 control !w-24 text-end' : 'my-1 control !w-16 text-center'}
        />
        {sign}
      </span>
    </GapFrame>
  );
}

/** A time of the day or a date. */
export function ClockBlank({ type = 'time', ...gap }: Gap & { type?: 'time' | 'date' }) {
  const { id, error, value, aria } = useGap(gap);
  return (
    <GapFrame id={id} label={gap.label} error={error}>
      <input
        {...aria}
        id={id}
        name={gap.name}
        type={type}
        defaultValue={value}
        className="my-1 control !w-auto max-w-full !px-2.5"
      />
    </GapFrame>
  );
}

/** One of a few words. */
export function Pick({ options, ...gap }: Gap & { options: Option[] }) {
  const { id, error, value, aria, attempt } = useGap(gap);
  return (
    <GapFrame id={id} label={gap.label} error={error}>
      <select
        {...aria}
        key={attempt}
        id={id}
        name={gap.name}
        defaultValue={value}
        className="my-1 control !w-auto max-w-full control-select !ps-2.5"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </GapFrame>
  );
}

type TicksProps = {
  name: string;
  legend: string;
  options: { value: string; label: string; name: string }[];
  defaultValue?: string[];
};

/** Several of a few short words side by side: the days of a week. */
export function Ticks({ name, legend, options, defaultValue = [] }: TicksProps) {
  const { id, error, value, attempt, aria } = useField(name, defaultValue, false);
  const chosen = Array.isArray(value) ? value : [value];
  return (
    <fieldset aria-describedby={aria['aria-describedby']} className="my-1">
      <legend className="sr-only">{legend}</legend>
      <div key={attempt} className="flex flex-wrap gap-1">
        {options.map((option) => (
          <label
            key={option.value}
            className="edged inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-md border-[1.5px] border-edge bg-surface px-2 text-sm font-semibold has-checked:border-leaf has-checked:bg-leaf-soft has-checked:text-leaf-ink has-checked:underline has-checked:decoration-2 has-checked:underline-offset-4 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
          >
            <input
              type="checkbox"
              name={name}
              value={option.value}
              aria-label={option.name}
              data-invalid={aria['aria-invalid']}
              defaultChecked={chosen.includes(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}

/** What is wrong with a list as a whole, under its lines. */
export function ListNote({ name }: { name: string }) {
  const { id, error } = useField(name, undefined, false);
  return error ? (
    <div data-invalid tabIndex={-1}>
      <FieldNotes id={id} error={error} />
    </div>
  ) : null;
}
