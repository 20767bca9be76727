'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { chipStyle } from '@/components/ui/chip-style';
import { Icon } from '@/components/ui/icon';
import { spotText } from '@/lib/listings/model';
import { toast } from '@/lib/platform/announce';

type NearChipProps = {
  /** The address of the search; where somebody is comes in for `{near}`. */
  href: string;
  label: string;
  /** Said when the phone does not tell where it is. */
  unknown: string;
};

const PATIENCE_MS = 10_000;

/** Asks the phone where it is, once, and only when pressed; the address keeps it, we do not. */
export function NearChip({ href, label, unknown }: NearChipProps) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  function ask() {
    setIsAsking(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setIsAsking(false);
        router.push(href.replace('{near}', encodeURIComponent(spotText(coords))), {
          scroll: false,
        });
      },
      () => {
        setIsAsking(false);
        toast(unknown);
      },
      { maximumAge: 600_000, timeout: PATIENCE_MS },
    );
  }
  return (
    <button type="button" onClick={ask} aria-busy={isAsking} className={`${chipStyle()} needs-js`}>
      <Icon name="pin" />
      {label}
    </button>
  );
}
