'use client';

import { useEffect, useRef } from 'react';
import { announce } from '@/lib/platform/announce';

type AnnounceChangesProps = { stamp: string; says: string; isVisible: boolean };

/** The page reads itself again without a sound; this tells those who do not see it. */
export function AnnounceChanges({ stamp, says, isVisible }: AnnounceChangesProps) {
  const seen = useRef(stamp);
  useEffect(() => {
    if (seen.current === stamp) return;
    seen.current = stamp;
    announce(says, { isVisible });
  }, [stamp, says, isVisible]);
  return null;
}
