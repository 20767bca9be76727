'use client';

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { now } from '@/lib/platform/clock';
import { IDLE, typedValues, type ActionState, type FieldValues } from '@/lib/platform/forms';
import { dropAct, keepAct } from '@/lib/platform/queue/client';
import {
  entriesOf,
  filesOf,
  isOpen,
  valuesOf,
  type QueuedAct,
  type QueuedForm,
} from '@/lib/platform/queue/model';
import { useActs } from '@/lib/platform/queue/use-acts';
import { useQueueGround } from './queue-ground.client';

type Action<T> = (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;

/** What a form that may wait knows of the queue. */
export type Queued = {
  /** Written here before, and not sent yet. */
  act: QueuedAct | null;
  change: () => void;
  drop: () => void;
};

const WITH_HASH = '#unsent=';

/** The address at which a form fills itself again with what waits. */
export function changeHref({ place, id }: QueuedAct): string {
  return `${place}${WITH_HASH}${id}`;
}

/**
 * Lets a form wait on this device when its words do not reach the server; see docs/offline.md.
 * `keeping` wraps its action; `refill` is the form as it was, once somebody wants to change it.
 */
export function useQueued<T>(
  name: QueuedForm | undefined,
  form: RefObject<HTMLFormElement | null>,
) {
  const ground = useQueueGround();
  const acts = useActs();
  const [about, setAbout] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const opened = useRef('');
  const [refill, setRefill] = useState<ActionState<T> | null>(null);
  // the newest: one may ask for the same thing on several days
  const mine =
    name && acts.findLast((act) => act.form === name && act.about === about && isOpen(act));
  const act = mine && mine.id !== editing ? mine : null;
  const mayBeMine = acts.some((act) => act.form === name);

  useEffect(() => {
    const node = form.current;
    // nearly always nothing waits: then no form of the page has to be read
    if (!mayBeMine || !node) return;
    queueMicrotask(() => {
      setAbout(aboutOf(new FormData(node)));
    });
  }, [mayBeMine, form]);

  const change = useCallback((act: QueuedAct) => {
    setEditing(act.id);
    const files = { photo: filesOf(act, 'photo') };
    setRefill((before) => ({
      ...IDLE,
      attempt: (before?.attempt ?? 1_000) + 1,
      values: valuesOf(act),
      files,
    }));
    // it does not go out under the hands of who changes it
    void keepAct({ ...act, state: 'stopped' });
  }, []);

  useEffect(() => {
    const wanted = acts.find(
      (act) => act.form === name && location.hash === WITH_HASH + act.id && isOpen(act),
    );
    // once: the router puts the whole address back when the page reads itself again
    if (wanted?.about !== about || wanted.id === opened.current) return;
    opened.current = wanted.id;
    history.replaceState(history.state, '', location.pathname + location.search);
    form.current?.closest('dialog')?.showModal();
    form.current?.scrollIntoView({ block: 'center' });
    queueMicrotask(() => {
      change(wanted);
    });
  });

  function keeping(action: Action<T>): Action<T> {
    if (!name || !ground || typeof window === 'undefined') return action;
    return async (previous, data) => {
      setRefill(null);
      const { person, locale, words } = ground;
      const baked = data.get('key');
      // A page that was kept carries the key of another day: without network each wish gets its own.
      const id =
        editing ??
        (navigator.onLine && typeof baked === 'string' && baked ? baked : crypto.randomUUID());
      data.set('key', id);
      const written: QueuedAct = {
        id,
        person,
        form: name,
        title: titleOf(form.current, data),
        about: aboutOf(data),
        place: location.pathname + location.search,
        locale,
        entries: entriesOf(data),
        at: now().toISOString(),
        state: 'sending',
      };
      const keepForLater = async (): Promise<ActionState<T>> => {
        const attempt = previous.attempt + 1;
        // a listing begins anew, a request may be for another day as well
        const values =
          name === 'list-resource' ? {} : { ...typedValues(data), key: crypto.randomUUID() };
        const twin = acts.find((act) => act.id !== id && isOpen(act) && isSameWish(act, written));
        if (twin) return { status: 'kept', attempt, values, fieldErrors: {}, kept: twin.id };
        const entries = [...written.entries, ['writtenAt', written.at] as [string, string]];
        const isKept = person !== '' && (await keepAct({ ...written, entries, state: 'waiting' }));
        setEditing(null);
        if (isKept) return { status: 'kept', attempt, values, fieldErrors: {}, kept: id };
        const error = { code: 'NETWK' as const, message: words.noPlace };
        return { status: 'error', attempt, values, fieldErrors: {}, error };
      };
      if (!navigator.onLine) return keepForLater();
      // Written down first: a browser that is killed now sends it with its next start, under the same key.
      const writing = person === '' ? Promise.resolve(false) : keepAct(written);
      const cross = () => void writing.then((isWritten) => (isWritten ? dropAct(id) : undefined));
      try {
        const answer = await action(previous, data);
        cross();
        setEditing(null);
        return answer;
      } catch (error) {
        if (!isAnswer(error)) {
          await writing;
          return keepForLater();
        }
        cross();
        throw error;
      }
    };
  }

  // why memo: a context that changed would wake every island of the form at once (ui/island)
  const queued = useMemo<Queued>(
    () => ({
      act,
      change: () => {
        if (act) change(act);
      },
      drop: () => {
        if (act) void dropAct(act.id);
      },
    }),
    [act, change],
  );
  return { queued, refill, keeping };
}

/** Whatever the server said, a redirect or a fault, carries a digest; a lost network does not. */
function isAnswer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'digest' in error;
}

function aboutOf(data: FormData): string {
  const found = data.get('bookingId') ?? data.get('resourceId') ?? data.get('organisationId');
  return typeof found === 'string' ? found : '';
}

/** Pressed twice without network: one wish, although each press made a key. */
function isSameWish(one: QueuedAct, other: QueuedAct): boolean {
  const said = (act: QueuedAct) => {
    const values: FieldValues = { ...valuesOf(act), form: act.form };
    delete values.key;
    delete values.writtenAt;
    return JSON.stringify(values);
  };
  return said(one) === said(other);
}

/** The words by which the page calls what it is about. */
function titleOf(form: HTMLFormElement | null, data: FormData): string {
  const typed = data.get('title');
  if (typeof typed === 'string' && typed) return typed;
  const heading = form?.closest('article')?.querySelector('h3') ?? document.querySelector('h1');
  return heading?.textContent.trim() ?? '';
}
