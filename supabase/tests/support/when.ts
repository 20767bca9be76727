const DAY = 86_400_000;

/** Midnight (UTC) of today plus n days, at hour h: far enough ahead that no test meets "now". */
export const when = (day: number, hour = 0, minute = 0): string =>
  new Date(
    Math.floor(Date.now() / DAY) * DAY + day * DAY + hour * 3_600_000 + minute * 60_000,
  ).toISOString();

/** The arguments of a period on one day. */
export const from = (day: number, startHour: number, endHour: number) => ({
  p_starts_at: when(day, startHour),
  p_ends_at: when(day, endHour),
});

/** The date of a weekday (ISO: 1 Monday) so many weeks after this one: `on(6, 2)` is a Saturday. */
export const on = (weekday: number, weeks: number): string => {
  const today = Math.floor(Date.now() / DAY);
  // 1970-01-01 was a Thursday
  const monday = today - ((today + 3) % 7);
  return new Date((monday + weeks * 7 + weekday - 1) * DAY).toISOString().slice(0, 10);
};

/** A period in wall time of the pool: `wall('2027-03-27', '10:00', '12:00')`, or to another date. */
export const wall = (date: string, start: string, end: string, lastDate = date) => ({
  p_starts_at: `${date} ${start} Europe/Berlin`,
  p_ends_at: `${lastDate} ${end} Europe/Berlin`,
});
