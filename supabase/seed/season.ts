import { type Day, dayOf, easter, onOrAfter, partsOf } from './calendar';

/** How full the year is, by month; the neighbourhood lives outdoors and sleeps in January. */
const byMonth = [0.5, 0.7, 0.85, 0.95, 1.3, 1.6, 1.2, 0.8, 1.4, 0.95, 0.9, 1.1];

const between = (day: Day, from: Day, to: Day) => day >= from && day <= to;

export function isSchoolHoliday(day: Day): boolean {
  const { year } = partsOf(day);
  return (
    between(day, dayOf(year, 2, 2), dayOf(year, 2, 8)) ||
    between(day, easter(year) - 13, easter(year) + 1) ||
    between(day, dayOf(year, 7, 9), dayOf(year, 8, 21)) ||
    between(day, dayOf(year, 10, 19), dayOf(year, 10, 31)) ||
    isQuiet(day)
  );
}

/** Between the years nobody lends anything. */
export function isQuiet(day: Day): boolean {
  const { month, day: date } = partsOf(day);
  return (month === 12 && date >= 23) || (month === 1 && date <= 2);
}

export function seasonOf(day: Day): number {
  const { month } = partsOf(day);
  if (isQuiet(day)) return 0.08;
  return (byMonth[month - 1] ?? 1) * (isSchoolHoliday(day) ? 0.7 : 1);
}

/** For what only makes sense outdoors. */
export function summerOf(day: Day): number {
  const { month } = partsOf(day);
  return [0, 0, 0.1, 0.7, 1.4, 1.8, 1.5, 1.1, 1.5, 0.5, 0.1, 0][month - 1] ?? 0;
}

export interface Festival {
  name: string;
  day: Day;
  /** Share of the things for outdoors and for feasts that are taken. */
  share: number;
  outdoors: boolean;
}

/** The feasts of a year at which the whole district borrows from each other. */
export function festivalsOf(year: number): Festival[] {
  const fourthAdvent = onOrAfter(dayOf(year, 12, 18), 6);
  return [
    {
      name: 'Tết, vietnamesisches Neujahrsfest',
      day: onOrAfter(dayOf(year, 2, 9), 5),
      share: 0.25,
      outdoors: false,
    },
    {
      name: 'Newroz und Frühlingsfest',
      day: onOrAfter(dayOf(year, 3, 20), 5),
      share: 0.3,
      outdoors: false,
    },
    {
      name: 'Frühjahrsputz im Kiez',
      day: onOrAfter(dayOf(year, 4, 20), 5),
      share: 0.3,
      outdoors: true,
    },
    { name: 'Maifest auf der Festwiese', day: dayOf(year, 5, 1), share: 0.4, outdoors: true },
    {
      name: 'Straßenfest Bahnhofstraße',
      day: onOrAfter(dayOf(year, 6, 8), 5),
      share: 0.6,
      outdoors: true,
    },
    { name: 'Fête de la Musique', day: dayOf(year, 6, 21), share: 0.35, outdoors: true },
    {
      name: 'Sommerfest der Kulturen',
      day: onOrAfter(dayOf(year, 7, 1), 5),
      share: 0.5,
      outdoors: true,
    },
    {
      name: 'Fest der Nachbarn',
      day: onOrAfter(dayOf(year, 9, 8), 5),
      share: 0.55,
      outdoors: true,
    },
    { name: 'Erntefest', day: onOrAfter(dayOf(year, 9, 29), 5), share: 0.35, outdoors: true },
    { name: 'Laternenumzug', day: dayOf(year, 11, 11), share: 0.25, outdoors: false },
    {
      name: 'Adventsmarkt auf dem Marktplatz',
      day: fourthAdvent - 15,
      share: 0.5,
      outdoors: false,
    },
    { name: 'Adventsfeiern', day: fourthAdvent - 8, share: 0.45, outdoors: false },
  ];
}
