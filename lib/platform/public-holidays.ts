import Holidays from 'date-holidays';
import { isDay, type Day } from './dates';

/** Public holidays by the rules of a region, `DE-NW`. The data of date-holidays are CC BY-SA. */

export type PublicHoliday = { startsOn: Day; name: string };

/** Those on which shops and offices are closed by law; null when the region is not known. */
export function publicHolidays(
  region: string,
  years: number[],
  language: string,
): PublicHoliday[] | null {
  const [country = '', state = '', part = ''] = region.split('-');
  const calendar = new Holidays();
  const names = [
    calendar.getCountries(),
    state ? calendar.getStates(country) : undefined,
    part ? calendar.getRegions(country, state) : undefined,
  ];
  const isKnown = [country, state, part].every(
    (code, i) => code === '' || Object.hasOwn(names[i] ?? {}, code),
  );
  if (!isKnown) return null;
  calendar.init(
    { country, ...(state && { state }), ...(part && { region: part }) },
    { languages: language, types: ['public'] },
  );
  return years
    .flatMap((year) => calendar.getHolidays(year, language))
    .flatMap(({ date, name }) => {
      const day = date.slice(0, 10);
      return isDay(day) ? [{ startsOn: day, name }] : [];
    });
}
