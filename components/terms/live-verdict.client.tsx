'use client';

import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { followForm } from '@/components/ui/follow-form.client';
import { Notice } from '@/components/ui/notice';
import { verdictAction } from '@/lib/terms/actions';
import type { OwnField, VerdictAtTime } from '@/lib/terms/model/verdict';

const Verdict = createContext<VerdictAtTime | null>(null);

type ProviderProps = {
  /** For the time in the address; null without one. */
  initial: VerdictAtTime | null;
  children: React.ReactNode;
};

/**
 * What would come of what the surrounding form says now. Without JavaScript it is about the time in
 * the address; with it, it follows every field.
 */
export function VerdictProvider({ initial, children }: ProviderProps) {
  const said = JSON.stringify(initial);
  const [heard, setHeard] = useState({ said, verdict: initial });
  const root = useRef<HTMLDivElement>(null);
  // The page read itself anew and says something else: that is what counts now.
  if (heard.said !== said) setHeard({ said, verdict: initial });

  useEffect(() => {
    const form = root.current?.closest('form');
    if (!form) return;
    let latest = 0;
    return followForm(form, () => {
      latest += 1;
      const mine = latest;
      void verdictAction(new FormData(form)).then(
        (verdict) => {
          // an answer that comes late says nothing about what stands there now
          if (mine === latest) setHeard((before) => ({ ...before, verdict }));
        },
        // without network the form itself says so when it is sent
        () => undefined,
      );
    });
  }, []);

  return (
    <div ref={root} className="contents">
      <Verdict value={heard.verdict}>{children}</Verdict>
    </div>
  );
}

/** Every rule that the time breaks, or who says yes and why. */
export function LiveVerdict() {
  const verdict = useContext(Verdict);
  const elsewhere = Object.values(verdict?.atField ?? {}).flat();
  const lines = verdict?.lines.filter((line) => !elsewhere.includes(line)) ?? [];
  return (
    <div aria-live="polite" className="[&:not(:empty)]:mt-4">
      {verdict && (
        <Notice tone={verdict.isFine ? 'done' : 'attention'} title={verdict.title}>
          <p className="text-sm">{verdict.time}</p>
          <ul className="space-y-1 empty:hidden">
            {lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** What stands against this field; nothing where nothing does. */
export function VerdictAt({ field }: { field: OwnField }) {
  const lines = useContext(Verdict)?.atField[field] ?? [];
  return (
    <div
      aria-live="polite"
      className="mt-1.5 space-y-1 text-sm font-medium text-brick empty:hidden"
    >
      {lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}

type LabelProps = { isInstant: boolean; instant: string; ask: string };

/** What pressing the button does: booked at once, or asked for. */
export function VerdictLabel({ isInstant, instant, ask }: LabelProps) {
  const verdict = useContext(Verdict);
  return (verdict?.isFine ? verdict.isInstant : isInstant) ? instant : ask;
}
