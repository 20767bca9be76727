'use client';

import { useEffect, useState, type ReactNode } from 'react';

type AfterPauseProps = { seconds: number; children: ReactNode };

/** Holds something back for a while. Without JavaScript it is there at once; the server checks too. */
export function AfterPause({ seconds, children }: AfterPauseProps) {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (seconds <= 0) return;
    const start = setTimeout(() => {
      setWaiting(true);
    });
    const end = setTimeout(() => {
      setWaiting(false);
    }, seconds * 1_000);
    return () => {
      clearTimeout(start);
      clearTimeout(end);
    };
  }, [seconds]);
  return <div className={isWaiting ? 'hidden' : undefined}>{children}</div>;
}
