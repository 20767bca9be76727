import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { addPhotosAction, removePhotoAction } from '@/lib/listings/actions';
import { MAX_PHOTOS, type EditableResource } from '@/lib/listings/model';
import { PhotoField } from './edit-photo-field.client';
import { photoWords } from './edit-photo-words';

/** The photos of a thing: look, remove, add. */
export async function EditPhotos({ resource: { id, photos } }: { resource: EditableResource }) {
  const [t, common, words] = await Promise.all([
    getTranslations('listings.edit'),
    getTranslations('common.action'),
    photoWords(),
  ]);
  const room = MAX_PHOTOS - photos.length;
  return (
    <section aria-labelledby="photos" className="space-y-4">
      <h2 id="photos" className="text-lg">
        {t('photos')}
      </h2>
      {photos.length === 0 ? (
        <p className="text-muted">{t('noPhotos')}</p>
      ) : (
        <ul className="grid grid-cols-2 gap-2.5 sm:grid-cols-3">
          {photos.map((photo, index) => (
            <li key={photo.id} className="relative">
              <img
                src={photo.url}
                alt={photo.alt || t('photoAlt', { number: index + 1 })}
                className="aspect-4/3 w-full rounded-md bg-sunken object-cover"
              />
              <div className="absolute end-1 top-1">
                <ConfirmSheet
                  trigger={<Icon name="trash" label={t('removePhoto', { number: index + 1 })} />}
                  look={{ variant: 'quiet', size: 'small' }}
                  title={t('removePhotoTitle')}
                  confirm={t('removePhotoConfirm')}
                  danger
                  closeLabel={common('close')}
                  action={removePhotoAction}
                >
                  <input type="hidden" name="resourceId" value={id} />
                  <input type="hidden" name="photoId" value={photo.id} />
                </ConfirmSheet>
              </div>
            </li>
          ))}
        </ul>
      )}
      {room > 0 ? (
        <ActionForm action={addPhotosAction} className="space-y-4">
          <input type="hidden" name="resourceId" value={id} />
          <PhotoField
            words={{ ...words, label: t('photoAdd') }}
            max={room}
            submit={<SubmitButton busy={t('addPhotosBusy')}>{t('addPhotos')}</SubmitButton>}
          />
        </ActionForm>
      ) : (
        <p className="text-sm text-muted">{t('photosFull', { max: MAX_PHOTOS })}</p>
      )}
    </section>
  );
}
