'use server';

import { guessPicture } from '@/components/pictures/pictures';
import { defineAction } from '../platform/action';
import { paths } from '../platform/paths';
import { ok, type Result } from '../platform/result';
import {
  addPhotos,
  changeParts,
  changeStock,
  closeResource,
  listResource,
  removePhoto,
  reopenResource,
  setResourceStatus,
  standingInWords,
  updateResource,
} from './commands';
import type { StandingBooking } from './model';
import {
  closeSchema,
  listResourceSchema,
  partsSchema,
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
  again: ({ hasLostPhotos }) => hasLostPhotos,
  goTo: ({ id, hasLostPhotos, hasLostRules }, _, locale) =>
    paths.editResource(locale, id, {
      listed: hasLostPhotos ? 'without-photo' : hasLostRules ? 'without-rules' : 'yes',
    }),
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
  run: async ({ resourceId, quantity }) => noneStands(await changeStock(resourceId, quantity)),
  whenRefused: (error, { resourceId }) => standingInWords(error, resourceId),
});

export const changePartsAction = defineAction({
  name: 'change-parts',
  schema: partsSchema,
  run: async (input) => noneStands(await changeParts(input)),
  whenRefused: (error, { resourceId }) => standingInWords(error, resourceId),
});

/** Nothing stands against what worked. */
function noneStands(result: Result<unknown>): Result<StandingBooking[]> {
  return result.ok ? ok([]) : result;
}

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
  run: async (input) => noneStands(await closeResource(input)),
  whenRefused: (error, { resourceId }) => standingInWords(error, resourceId),
  fields,
});

export const reopenAction = defineAction({
  name: 'reopen-resource',
  schema: reopenSchema,
  run: ({ closureId }) => reopenResource(closureId),
});
