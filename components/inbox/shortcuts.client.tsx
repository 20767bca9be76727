'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { Sheet } from '@/components/ui/sheet.client';
import { announce } from '@/lib/platform/announce';

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'approve'],
  ['d', 'decline'],
  ['?', 'help'],
] as const;
type Act = (typeof KEYS)[number][1];
export type ShortcutWords = Record<
  Act | 'open' | 'title' | 'lead' | 'on' | 'off' | 'turnOn' | 'turnOff' | 'notHere' | 'close',
  string
>;

/**
 * One key each for who answers many requests at a desk. Nothing while somebody writes, chooses or has
 * a sheet open, nothing where fingers point, and off for good when somebody says so (WCAG 2.1.4).
 */
export function Shortcuts({ words }: { words: ShortcutWords }) {
  const isOn = useSyncExternalStore(listen, isSwitchedOn, () => true);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (!isOn) return;
    function press(event: KeyboardEvent) {
      const act = KEYS.find(([key]) => key === event.key)?.[1];
      if (!act || !isMeant(event)) return;
      event.preventDefault();
      if (act === 'help') setOpen(true);
      else if (!perform(act)) announce(words.notHere, { isVisible: true });
    }
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [isOn, words.notHere]);

  return (
    <div className="hidden pointer-fine:wide:block">
      <Sheet
        trigger={
          <>
            <kbd aria-hidden className="edged rounded-sm border border-edge px-1.5 font-sans">
              ?
            </kbd>
            {words.open}
          </>
        }
        look={{ variant: 'quiet', size: 'small' }}
        title={words.title}
        closeLabel={words.close}
        open={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      >
        <p className="text-muted">{words.lead}</p>
        <dl className="my-4 space-y-2">
          {KEYS.map(([key, act]) => (
            <div key={key} className="flex items-baseline gap-4">
              <dt className="w-8 shrink-0 text-center">
                <kbd className="rounded-sm border-[1.5px] border-edge px-2 py-0.5 font-sans font-semibold">
                  {key}
                </kbd>
              </dt>
              <dd>{words[act]}</dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="font-semibold">
            {isOn ? words.on : words.off}
          </p>
          <button
            type="button"
            className={buttonStyle({ variant: 'quiet', size: 'small' })}
            onClick={() => {
              switchTo(!isOn);
            }}
          >
            {isOn ? words.turnOff : words.turnOn}
          </button>
        </div>
      </Sheet>
    </div>
  );
}

/** Not while somebody writes or chooses, not with a chord, not under an open sheet, not by touch. */
function isMeant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const at = event.target instanceof HTMLElement ? event.target : null;
  if (at?.isContentEditable || at?.closest('input, textarea, select, dialog')) return false;
  if (document.querySelector('dialog[open]')) return false;
  return window.matchMedia('(pointer: fine)').matches;
}

/** False where the request does not have that: an event or a series is answered with its own buttons. */
function perform(act: Exclude<Act, 'help'>): boolean {
  const requests = [...document.querySelectorAll<HTMLElement>('main [data-request]')];
  const at = requests.findIndex((request) => request.contains(document.activeElement));
  if (act === 'next' || act === 'previous') {
    const next = requests[act === 'next' ? at + 1 : Math.max(at, 1) - 1];
    next?.focus();
    return true;
  }
  const decision = requests[at]?.querySelector(`[data-decide="${act}"]`);
  // what declining asks for stands in a sheet, opened by the button before it
  const button =
    act === 'approve'
      ? decision?.querySelector<HTMLElement>('[type="submit"]')
      : decision?.closest('dialog')?.previousElementSibling;
  if (!(button instanceof HTMLElement)) return false;
  button.click();
  return true;
}

const STORED = 'allmende-shortcuts';
const CHANGED = 'allmende:shortcuts';

function isSwitchedOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

function switchTo(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  } catch {
    // a browser that keeps nothing keeps them on
  }
  window.dispatchEvent(new Event(CHANGED));
}

function listen(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}
