'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { FieldFrame } from './field-frame';
import { useField } from './form.client';

type Labelled = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: string | undefined;
  hideLabel?: boolean | undefined;
  frameClassName?: string | undefined;
};

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

type InputProps = Labelled &
  Omit<ComponentProps<'input'>, 'name' | 'id' | 'defaultValue' | 'value'> & {
    defaultValue?: string | undefined;
  };

export function Input(props: InputProps) {
  const { name, label, hint, optional, hideLabel, frameClassName, defaultValue, ...rest } = props;
  const { id, error, value, aria } = useField(name, defaultValue, Boolean(hint));
  const frame = { id, label, hint, error, optional, hideLabel, className: frameClassName };
  return (
    <FieldFrame {...frame}>
      <input
        type="text"
        dir={rest.type === undefined || rest.type === 'text' ? 'auto' : undefined}
        {...rest}
        {...aria}
        id={id}
        name={name}
        defaultValue={first(value)}
        className={cn('control', rest.className)}
      />
    </FieldFrame>
  );
}

type TextAreaProps = Labelled &
  Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'defaultValue' | 'value'> & {
    defaultValue?: string | undefined;
  };

export function TextArea(props: TextAreaProps) {
  const { name, label, hint, optional, hideLabel, frameClassName, defaultValue, ...rest } = props;
  const { id, error, value, aria } = useField(name, defaultValue, Boolean(hint));
  const frame = { id, label, hint, error, optional, hideLabel, className: frameClassName };
  return (
    <FieldFrame {...frame}>
      <textarea
        rows={4}
        dir="auto"
        {...rest}
        {...aria}
        id={id}
        name={name}
        defaultValue={first(value)}
        className={cn('control field-sizing-content min-h-24', rest.className)}
      />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = Labelled &
  Omit<ComponentProps<'select'>, 'name' | 'id' | 'defaultValue' | 'value' | 'children'> & {
    options: Option[];
    defaultValue?: string | undefined;
  };

export function Select(props: SelectProps) {
  const { name, label, hint, optional, hideLabel, frameClassName, defaultValue, options, ...rest } =
    props;
  const { id, error, value, aria, attempt } = useField(name, defaultValue, Boolean(hint));
  const frame = { id, label, hint, error, optional, hideLabel, className: frameClassName };
  return (
    <FieldFrame {...frame}>
      <select
        key={attempt}
        {...rest}
        {...aria}
        id={id}
        name={name}
        defaultValue={first(value)}
        className={cn('control control-select', rest.className)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
