'use client';

import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type ChangeEvent,
  type ReactNode,
} from 'react';
import { FieldNotes } from '@/components/ui/field-frame';
import { useField, useFormState } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { forgetShared, sharedPhotos } from '@/lib/platform/pwa/shared';
import { shrinkPhoto } from '@/lib/platform/image/shrink';

type Words = Record<
  'label' | 'hint' | 'camera' | 'gallery' | 'busy' | 'count' | 'remove' | 'broken',
  string
>;
type Chosen = { file: File; url: string };

type PhotoFieldProps = {
  words: Words;
  max: number;
  /** Begins with what another app shared. */
  takesShared?: boolean;
  /** A button of its own, there as soon as something is chosen. */
  submit?: ReactNode;
};

/**
 * Photos from the camera or the gallery, made small before they are sent. What is chosen outlives a
 * refused form. Without JavaScript a plain field sends the originals.
 */
export function PhotoField({ words, max, takesShared = false, submit }: PhotoFieldProps) {
  const field = useField('photo', undefined, true);
  const { status, files } = useFormState() ?? {};
  const [photos, setPhotos] = useState<Chosen[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const [seen, setSeen] = useState(field.attempt);
  const carrier = useRef<HTMLInputElement>(null);
  const label = useId();

  if (seen !== field.attempt) {
    setSeen(field.attempt);
    setBroken(false);
    if (status === 'done' || status === 'kept') setPhotos([]);
    // filled again from the queue
    if (files?.photo) {
      setPhotos(files.photo.map((file) => ({ file, url: URL.createObjectURL(file) })));
    }
  }

  // The form's own file input carries them. Again after every answer: React empties forms then.
  useEffect(() => {
    const files = new DataTransfer();
    for (const { file } of photos) files.items.add(file);
    if (carrier.current) carrier.current.files = files.files;
  }, [photos, field.attempt]);

  function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const picked = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = '';
    return take(picked);
  }

  async function take(picked: File[]): Promise<void> {
    setBusy(true);
    setBroken(false);
    for (const original of picked) {
      try {
        const file = await shrinkPhoto(original);
        const photo = { file, url: URL.createObjectURL(file) };
        setPhotos((before) => [...before, photo].slice(0, max));
      } catch {
        setBroken(true);
      }
    }
    setBusy(false);
  }

  const begin = useEffectEvent(take);
  useEffect(() => {
    const form = takesShared && carrier.current?.form;
    if (!form) return;
    let isHere = true;
    void sharedPhotos().then((shared) => (isHere && shared.length > 0 ? begin(shared) : undefined));
    // on its way, or kept with the form until there is a network
    const sent = () => void forgetShared();
    form.addEventListener('submit', sent);
    return () => {
      isHere = false;
      form.removeEventListener('submit', sent);
    };
  }, [takesShared]);

  return (
    <div role="group" aria-labelledby={label} aria-describedby={field.aria['aria-describedby']}>
      <p id={label} className="mb-1.5 text-sm font-semibold">
        {words.label}
      </p>
      {photos.length > 0 && (
        <ul className="mb-3 grid grid-cols-3 gap-2">
          {photos.map(({ url }, index) => (
            <li key={url} className="relative aspect-4/3 overflow-hidden rounded-md bg-sunken">
              <img src={url} alt="" className="size-full object-cover" />
              <button
                type="button"
                aria-label={words.remove.replace('{number}', String(index + 1))}
                className="absolute end-0 top-0 flex size-11 items-center justify-center"
                onClick={({ currentTarget }) => {
                  URL.revokeObjectURL(url);
                  // the button goes with its photo; the focus must not go with it
                  currentTarget
                    .closest('[role="group"]')
                    ?.querySelector<HTMLElement>('label input')
                    ?.focus();
                  setPhotos((before) => before.filter((photo) => photo.url !== url));
                  if (takesShared && photos.length === 1) void forgetShared();
                }}
              >
                <span className="edged flex size-8 items-center justify-center rounded-full bg-surface text-ink shadow-card">
                  <Icon name="close" />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input ref={carrier} type="file" name="photo" multiple hidden tabIndex={-1} />
      <noscript>
        <input type="file" name="photo" accept="image/*" multiple className="mb-3 control" />
        {submit}
      </noscript>
      <div className="needs-js grid grid-cols-2 gap-2.5">
        <Picker icon="camera" word={words.camera} capture onChoose={choose} />
        <Picker icon="image" word={words.gallery} onChoose={choose} />
      </div>
      <div role="status" className="text-sm text-muted">
        {isBusy && <p className="mt-1.5">{words.busy}</p>}
        {/* the eye sees the photo that has come; the ear is told */}
        {!isBusy && photos.length > 0 && (
          <p className="sr-only">{words.count.replace('{number}', String(photos.length))}</p>
        )}
      </div>
      <div role="alert">
        <FieldNotes
          id={field.id}
          error={isBroken ? words.broken : field.error}
          hint={photos.length === 0 ? words.hint : undefined}
        />
      </div>
      {photos.length > 0 && submit && <div className="mt-3">{submit}</div>}
    </div>
  );
}

type PickerProps = {
  icon: 'camera' | 'image';
  word: string;
  /** Opens the camera where there is one. */
  capture?: boolean;
  onChoose: (event: ChangeEvent<HTMLInputElement>) => Promise<void>;
};

function Picker({ icon, word, capture = false, onChoose }: PickerProps) {
  return (
    <label className="flex min-h-22 pressable cursor-pointer flex-col items-center justify-center gap-1.5 rounded-md border-[1.5px] border-dashed border-edge bg-surface px-3 py-3 text-center text-sm font-semibold hover:border-leaf hover:text-leaf has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf">
      <Icon name={icon} className="size-7 text-leaf" />
      {word}
      <input
        type="file"
        accept="image/*"
        className="sr-only"
        {...(capture ? { capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => void onChoose(event)}
      />
    </label>
  );
}
