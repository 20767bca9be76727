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
