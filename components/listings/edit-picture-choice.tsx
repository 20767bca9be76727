import { getMessages, getTranslations } from 'next-intl/server';
import { Drawing } from '@/components/pictures/drawing';
import { pictureOr, picturesOfKind } from '@/components/pictures/pictures';
import { Icon } from '@/components/ui/icon';
import type { ResourceKind } from '@/lib/listings/model';

type PictureChoiceProps = { kind: ResourceKind; picture: string };

/** Which drawing stands in while there is no photo. The kind's own comes first. */
export async function PictureChoice({ kind, picture }: PictureChoiceProps) {
  const [t, messages] = await Promise.all([getTranslations('listings.edit'), getMessages()]);
  const words: Partial<Record<string, string>> = messages.listings.pictures;
  const current = pictureOr(picture, kind);
  const offered = picturesOfKind(kind);
  const pictures = offered.includes(current) ? offered : [current, ...offered];
  return (
    <details className="edged group rounded-lg bg-surface shadow-card">
      <summary className="flex min-h-14 items-center gap-3 px-4 py-2.5">
        <span className="w-16 shrink-0 overflow-hidden rounded-md">
          <Drawing name={current} />
        </span>
        <span className="grow">
          <span className="block font-semibold">{t('picture')}</span>
          <span className="block text-sm text-muted">{t('pictureHint')}</span>
        </span>
        <Icon name="down" className="text-muted group-open:rotate-180" />
      </summary>
      <fieldset className="border-t border-line p-4">
        <legend className="sr-only">{t('picture')}</legend>
        <div className="grid grid-cols-3 gap-2.5 sm:grid-cols-4">
          {pictures.map((name) => (
            <label
              key={name}
              className="relative pressable cursor-pointer overflow-hidden rounded-md border-[1.5px] border-transparent has-checked:border-leaf has-checked:shadow-[0_0_0_2px_var(--color-leaf)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
            >
              <input
                type="radio"
                name="picture"
                value={name}
                defaultChecked={name === current}
                aria-label={words[name] ?? name}
                className="absolute start-2 top-2 size-5 accent-leaf"
              />
              <Drawing name={name} />
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
