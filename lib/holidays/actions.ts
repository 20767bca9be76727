'use server';

import { defineAction } from '../platform/action';
import { importSchoolHolidays, removeSchoolHolidays } from './commands/school';
import { calendarSchema, removeHolidaysSchema } from './schema';

export const importCalendarAction = defineAction({
  name: 'import-school-holidays',
  schema: calendarSchema,
  run: importSchoolHolidays,
});

export const removeHolidaysAction = defineAction({
  name: 'remove-school-holidays',
  schema: removeHolidaysSchema,
  run: removeSchoolHolidays,
});
