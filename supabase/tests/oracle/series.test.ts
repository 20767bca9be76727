import { expect, test } from 'vitest';
import { scenes, type Scene } from '../support/database';
import { amir, mia } from '../support/people';
import { askRegularly, datesOf, on } from '../support/series';
import { things } from '../support/story';
import { dice, type Dice } from './world';

/**
 * What should become of the dates of a series, told by a list that a child could keep: nothing that was
 * left out, declined or called off ever comes back, whatever is edited after it.
 */
interface Told {
  on: string;
  state: string;
  /** Wall time; null without a booking. */
  at: string | null;
}

const seed = Number(process.env.ORACLE_SEED ?? Math.floor(Math.random() * 1e9));
const play = scenes();
const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Monday of the week after next: a weekday is then so many days after it. */
const monday = (() => {
  const weekday = new Date().getUTCDay() || 7;
  return on(15 - weekday);
})();
const stands = ({ state }: Pick<Told, 'state'>) => state === 'booked' || state === 'moved';

class Story {
  dates: Told[] = [];
  hour = '18:00';
  day: number;
  id = '';
  acts: string[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly roll: Dice,
  ) {
    this.day = roll.below(7);
  }

  async begin(): Promise<void> {
    const weeks = 3 + this.roll.below(5);
    const first = on(this.day, monday);
    this.dates = Array.from({ length: weeks }, (_, i) => ({
      on: on(7 * i, first),
      state: 'booked',
      at: this.hour,
    }));
    const skipped = this.dates.filter((_, i) => i > 0 && this.roll.below(4) === 0);
    for (const date of skipped) Object.assign(date, { state: 'skipped', at: null });
    const series = await askRegularly(this.scene, mia, things.beamer, {
      p_rule: `FREQ=WEEKLY;BYDAY=${NAMES[this.day]};COUNT=${weeks}`,
      p_starts_on: first,
      p_start_time: this.hour,
      p_end_time: '20:00',
      p_choices: Object.fromEntries(skipped.map((date) => [date.on, { take: 'skip' }])),
    });
    this.id = series.id as string;
    this.acts.push(`asked for ${weeks} on ${NAMES[this.day]}`);
  }

  /** A date to act from, and those that follow. */
  private some(): Told[] {
    return this.dates.slice(this.roll.below(this.dates.length));
  }

  async decline(): Promise<void> {
    const asked = await this.scene.sql(
      `select so.occurrence_on::text as on from public.series_occurrences so join public.bookings b on b.id = so.booking_id
       where so.series_id = $1 and b.status = 'requested'`,
      [this.id],
    );
    const date = this.dates.find((told) => asked.some((row) => row.on === told.on));
    if (!date) return;
    await this.scene
      .as(amir)
      .call('decline_series', { p_series_id: this.id, p_occurrences: [date.on] });
    date.state = 'rejected';
    this.acts.push(`declined ${date.on}`);
  }

  async cancel(): Promise<void> {
    const [from, to = from] = this.some();
    if (!from || !to) return;
    await this.scene
      .as(mia)
      .call('cancel_series_from', { p_series_id: this.id, p_from: from.on, p_to: to.on });
    for (const date of this.dates) {
      if (date.on >= from.on && date.on <= to.on && stands(date)) date.state = 'cancelled';
    }
    this.acts.push(`called off ${from.on} to ${to.on}`);
  }

  async moveHours(): Promise<void> {
    const [from] = this.some();
    const hour = this.roll.one(['16:00', '17:00', '18:00', '19:00']);
    if (!from || hour === this.hour) return;
    await this.scene
      .as(mia)
      .call('move_series', { p_series_id: this.id, p_from: from.on, p_start_time: hour });
    for (const date of this.dates) {
      // what stands apart from the rule was agreed on its own and stays where it is
      if (date.on >= from.on && date.state === 'booked') date.at = hour;
    }
    this.hour = hour;
    this.acts.push(`moved to ${hour} from ${from.on}`);
  }

  async moveDay(): Promise<void> {
    const day = this.roll.below(7);
    if (day === this.day) return;
    const from = this.dates[0] as Told;
    // an earlier day of the first week would lie before what is moved
    if (day < this.day) return;
    await this.scene.as(mia).call('move_series', {
      p_series_id: this.id,
      p_from: from.on,
      p_rule: `FREQ=WEEKLY;BYDAY=${NAMES[day]}`,
    });
    for (const date of this.dates) date.on = on(day - this.day, date.on);
    this.day = day;
    this.acts.push(`moved to ${NAMES[day]}`);
  }

  async extend(): Promise<void> {
    const last = this.dates.at(-1) as Told;
    const more = 1 + this.roll.below(3);
    await this.scene
      .as(mia)
      .call('extend_series', { p_series_id: this.id, p_until: on(7 * more, last.on) });
    for (let i = 1; i <= more; i++)
      this.dates.push({ on: on(7 * i, last.on), state: 'booked', at: this.hour });
    this.acts.push(`went on for ${more}`);
  }

  async check(): Promise<void> {
    const found = await datesOf(this.scene, { id: this.id });
    // Whether a date that stands is called booked or moved is the series' own memory of what was agreed
    // apart; the clerk takes it over, and holds it to that: what is called moved keeps its hour.
    const fate = (date: { on: string; state: string }) => ({
      on: date.on,
      fate: stands(date) ? 'stands' : date.state,
    });
    expect(
      found.map((date) => fate({ on: date.on as string, state: date.state as string })),
      `${this.acts.join(', ')} (ORACLE_SEED=${seed})`,
    ).toEqual(this.dates.map(fate));
    this.dates.forEach((date, i) => (date.state = found[i]?.state as string));
    const hours = (dates: { at: string | null }[]) => dates.map(({ at }) => at);
    expect(
      hours(found.map((date) => ({ at: (date.starts as string | null)?.slice(11) ?? null }))),
      this.acts.join(', '),
    ).toEqual(hours(this.dates));
  }
}

test.each(Array.from({ length: 30 }, (_, i) => i))(
  'series %i of a random history stands as a patient clerk says',
  (i) =>
    play(async (scene) => {
      const roll = dice(seed + i);
      const story = new Story(scene, roll);
      await story.begin();
      await story.check();
      for (let act = 0; act < 8; act++) {
        await story[roll.one(['decline', 'cancel', 'moveHours', 'moveDay', 'extend'] as const)]();
        await story.check();
      }
    })(),
);
