'use server';

import { guessPicture } from '@/components/pictures/pictures';
import { defineAction } from '../platform/action';
import { paths } from '../platform/paths';
import {
  addPhotos,
  changeStock,
  closeResource,
  listResource,
  removePhoto,
  reopenResource,
  setResourceStatus,
  updateResource,
} from './commands';
import {
  closeSchema,
  listResourceSchema,
  photoSchema,
  photosSchema,
  reopenSchema,
  resourceStatusSchema,
  stockSchema,
  updateResourceSchema,
} from './schema';

/** What SQL calls otherwise than the forms. */
const fields = {
  bufferBeforeMinutes: 'bufferBefore',
  bufferAfterMinutes: 'bufferAfter',
  startsAt: 'from',
  endsAt: 'to',
  path: 'photo',
};

export const listResourceAction = defineAction({
  name: 'list-resource',
  schema: listResourceSchema,
  run: (input) => listResource(input, guessPicture(input.title, input.kind)),
  goTo: ({ id, hasLostPhotos }, _, locale) =>
    paths.editResource(locale, id, { listed: hasLostPhotos ? 'without-photo' : 'yes' }),
  fields,
});

export const updateResourceAction = defineAction({
  name: 'edit-resource',
  schema: updateResourceSchema,
  run: updateResource,
  fields,
});

export const changeStockAction = defineAction({
  name: 'change-stock',
  schema: stockSchema,
  run: ({ resourceId, quantity }) => changeStock(resourceId, quantity),
});

export const setStatusAction = defineAction({
  name: 'resource-status',
  schema: resourceStatusSchema,
  run: ({ resourceId, status }) => setResourceStatus(resourceId, status),
});

export const addPhotosAction = defineAction({
  name: 'add-photos',
  schema: photosSchema,
  run: ({ resourceId, photo }) => addPhotos(resourceId, photo),
  fields,
});

export const removePhotoAction = defineAction({
  name: 'remove-photo',
  schema: photoSchema,
  run: ({ photoId }) => removePhoto(photoId),
});

export const closeAction = defineAction({
  name: 'close-resource',
  schema: closeSchema,
  run: closeResource,
  fields,
});

export const reopenAction = defineAction({
  name: 'reopen-resource',
  schema: reopenSchema,
  run: ({ closureId }) => reopenResource(closureId),
});
