'use server';

import { guessPicture } from '@/components/pictures/pictures';
import { defineAction } from '../platform/action';
import { IDLE, type ActionState } from '../platform/forms';
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
} from './commands/listing';
import { proposeText, removeText, saveText, setOriginal, type Proposal } from './commands/texts';
import type { StandingBooking } from './model';
import {
  closeSchema,
  languageSchema,
  listResourceSchema,
  partsSchema,
  photoSchema,
  photosSchema,
  proposalSchema,
  reopenSchema,
  resourceStatusSchema,
  stockSchema,
  textSchema,
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

const saveTextState = defineAction({
  name: 'translate-resource',
  schema: textSchema,
  run: saveText,
  goTo: (_, { resourceId }, locale) =>
    paths.editResource(locale, resourceId, { show: 'languages', saved: 'yes' }),
  fields: { locale: 'language' },
});

const proposeTextState = defineAction({
  name: 'propose-translation',
  schema: proposalSchema,
  run: proposeText,
  keepsDraft: true,
});

/** Two buttons in one form: the one saves, the other only fills the fields. */
export async function textAction(
  previous: ActionState<Proposal | undefined>,
  form: FormData,
): Promise<ActionState<Proposal | undefined>> {
  const before = { ...IDLE, attempt: previous.attempt };
  if (form.get('act') !== 'propose') return saveTextState(before, form);
  const answer = await proposeTextState(before, form);
  return answer.status === 'done' ? { ...answer, values: { ...answer.value } } : answer;
}

export const removeTextAction = defineAction({
  name: 'remove-translation',
  schema: languageSchema,
  run: ({ resourceId, language }) => removeText(resourceId, language),
});

export const setOriginalAction = defineAction({
  name: 'original-language',
  schema: languageSchema,
  run: ({ resourceId, language }) => setOriginal(resourceId, language),
  fields: { locale: 'language' },
});

export const reopenAction = defineAction({
  name: 'reopen-resource',
  schema: reopenSchema,
  run: ({ closureId }) => reopenResource(closureId),
});
