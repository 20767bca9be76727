import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon } from './icon';

type FieldFrameProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** “(optional)”, already in the person's language. */
  optional?: string | undefined;
  hideLabel?: boolean | undefined;
  children: ReactNode;
  className?: string | undefined;
};

/** Label above, control, hint and error below, held together by ids (see useField). */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, hint, error, optional, hideLabel, children, className } = props;
  return (
    <div className={cn('min-w-0', className)}>
      <label
        htmlFor={id}
        className={hideLabel ? 'sr-only' : 'mb-1.5 block text-sm font-semibold text-ink'}
      >
        {label} {optional && <span className="font-normal text-muted">{optional}</span>}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: Pick<FieldFrameProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-sm text-brick-ink">
          <Icon name="alert" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </>
  );
}
