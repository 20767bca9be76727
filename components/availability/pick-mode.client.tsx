'use client';

import { cn } from '@/components/ui/cn';
import type { PickMode } from '@/lib/availability/model/grid';

type PickModeSwitchProps = {
  mode: PickMode;
  words: { one: string; several: string; hint: string };
  onChange: (mode: PickMode) => void;
};

/** One tap, or the first and the last day. Nothing to switch before any script has loaded. */
export function PickModeSwitch({ mode, words, onChange }: PickModeSwitchProps) {
  return (
    <div className="needs-js">
      <div className="edged flex rounded-full bg-sunken p-1">
        {(['one', 'several'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={mode === name}
            onClick={() => {
              onChange(name);
            }}
            className={cn(
              'min-h-11 grow basis-0 pressable rounded-full px-3 text-sm font-semibold',
              mode === name
                ? 'edged bg-surface text-ink shadow-card'
                : 'text-muted hover:text-leaf',
            )}
          >
            {words[name]}
          </button>
        ))}
      </div>
      {mode === 'several' && <p className="mt-1.5 text-sm text-muted">{words.hint}</p>}
    </div>
  );
}
