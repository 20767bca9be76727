import { getTranslations } from 'next-intl/server';
import { Picture } from '@/components/pictures/picture';
import { SamePicture } from '@/components/pictures/same-picture';
import type { Photo, ResourceKind } from '@/lib/listings/model';

type GalleryProps = {
  slug: string;
  title: string;
  photos: Photo[];
  picture: string;
  kind: ResourceKind;
};

/** Photos to swipe through, by the browser's own scrolling; a drawn picture where there is none. */
export async function Gallery({ slug, title, photos, picture, kind }: GalleryProps) {
  const t = await getTranslations('listings.detail');
  const frame = 'edged overflow-hidden rounded-lg bg-sunken -mx-4 max-sm:rounded-none sm:mx-0';
  if (photos.length === 0) {
    return (
      <div className={frame}>
        <SamePicture slug={slug}>
          <Picture name={picture} kind={kind} priority className="max-h-96 sm:aspect-video" />
        </SamePicture>
      </div>
    );
  }
  return (
    <div className={frame}>
      <ul
        aria-label={t('photos', { title })}
        tabIndex={photos.length > 1 ? 0 : undefined}
        className="flex snap-x snap-mandatory [scrollbar-width:thin] overflow-x-auto"
      >
        {photos.map(({ url, set, alt, width, height }, index) => (
          <li key={url} className="relative w-full shrink-0 snap-center">
            <img
              src={url}
              srcSet={set}
              // beside the form from 900 px on, else from edge to edge
              sizes="(min-width: 56.25rem) 36rem, 100vw"
              alt={alt || t('photo', { number: index + 1, total: photos.length })}
              width={width}
              height={height}
              loading={index === 0 ? 'eager' : 'lazy'}
              fetchPriority={index === 0 ? 'high' : 'auto'}
              decoding={index === 0 ? 'sync' : 'async'}
              className="aspect-4/3 max-h-96 w-full object-cover"
            />
            {photos.length > 1 && (
              <span
                aria-hidden
                className="absolute end-3 bottom-3 rounded-full bg-[rgb(20_16_8/0.65)] px-2.5 py-0.5 text-xs font-semibold text-[#fff] tabular-nums"
              >
                {index + 1}/{photos.length}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
