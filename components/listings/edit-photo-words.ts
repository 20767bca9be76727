import { getTranslations } from 'next-intl/server';

/** The few words of the photo field; `{number}` is filled in by the island. */
export async function photoWords() {
  const t = await getTranslations('listings.edit');
  return {
    label: t('photo'),
    hint: t('photoHint'),
    camera: t('camera'),
    gallery: t('gallery'),
    busy: t('photoBusy'),
    count: t('photoCount', { number: '{number}' }),
    remove: t('photoRemove', { number: '{number}' }),
    broken: t('photoBroken'),
  };
}
