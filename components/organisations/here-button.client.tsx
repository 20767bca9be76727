'use client';

import { useState, type MouseEvent } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { spotText } from '@/lib/organisations/model';
import { toast } from '@/lib/platform/announce';

type HereButtonProps = {
  /** The field of the same form that it fills. */
  field: string;
  label: string;
  /** Said when the phone does not tell where it is. */
  unknown: string;
};

const PATIENCE_MS = 10_000;

/** Fills in where the phone is; asked once, and only when pressed. Nothing is sent before the form is. */
export function HereButton({ field, label, unknown }: HereButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  function ask({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const input = currentTarget.form?.elements.namedItem(field);
    if (!(input instanceof HTMLInputElement)) return;
    setIsAsking(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setIsAsking(false);
        input.value = spotText(coords);
        input.focus();
      },
      () => {
        setIsAsking(false);
        toast(unknown);
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
  }
  return (
    <button
      type="button"
      onClick={ask}
      aria-busy={isAsking}
      className={`${buttonStyle({ variant: 'quiet', size: 'small' })} needs-js`}
    >
      <Icon name="pin" />
      {label}
    </button>
  );
}
