import type pg from 'pg';
import type { Bench, Part } from '../core/bench';
import type { Database } from '../core/bare';
import { dice, pick } from '../core/random';
import type { Report } from '../core/report';
import { actAs, withAdmin, withClients } from '../data/database';
import { populate } from '../data/populate';
import type { Question } from '../data/questions';
import { ruledThings, writeRules } from '../data/rules';
import { stage } from '../data/slots';
import { timeOne, timings, type Timing } from '../data/timing';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const today = () => Math.floor(Date.now() / DAY) * DAY;
const CHECK = 'select public.check_booking($1, $2, $3, $4)';
const PREVIEW = `select * from public.preview_series($1, 'FREQ=WEEKLY;COUNT=52', $3, '18:00', '20:00', p_organisation_id => $2)`;
const TIMELINE = 'select * from public.owner_timeline($1, $2, $3)';

/** What a member asks while filling a form, and what an owner looks at in the morning. */
async function questions(admin: pg.Client, borrower: string): Promise<Question[]> {
  const roll = dice(20261123);
  const { own } = await stage(admin, 1);
  const ruled = await ruledThings(admin);
  const evening = () => {
    const start = today() + (10 + roll(80)) * DAY + (8 + roll(10)) * HOUR;
    return [new Date(start), new Date(start + 2 * HOUR)] as const;
  };
  const date = () => new Date(today() + (10 + roll(14)) * DAY).toISOString().slice(0, 10);
  const { rows } = await admin.query<{ id: string }>(`select bench.id('organisation', 1) as id`);
  return [
    { name: 'select 1 (the client and the wire alone)', text: 'select 1', values: () => [] },
    {
      name: 'check_booking, no rules',
      least: [5, 2],
      text: CHECK,
      values: () => [pick(own, roll).resource, borrower, ...evening()],
    },
    {
      name: 'check_booking, every rule',
      least: [5, 2],
      text: CHECK,
      values: () => [pick(ruled, roll).resource, borrower, ...evening()],
    },
    {
      name: 'preview_series: weekly over a year, no rules',
      least: [60, 15],
      text: PREVIEW,
      values: () => [pick(own, roll).resource, borrower, date()],
    },
    {
      name: 'preview_series: weekly over a year, every rule',
      least: [60, 15],
      text: PREVIEW,
      values: () => [pick(ruled, roll).resource, borrower, date()],
    },
    {
      name: 'owner_timeline: 200 things, 4 weeks',
      least: [60, 15],
      text: TIMELINE,
      values: () => {
        const start = today() + (roll(60) - 30) * DAY;
        return [rows[0]?.id, new Date(start), new Date(start + 28 * DAY)];
      },
    },
  ];
}

async function run(bench: Bench, database: Database): Promise<Report> {
  const size = await populate(bench, database, bench.scale.bookings);
  await withAdmin(database, (admin) => writeRules(admin, 1));
  const { searchRuns, calls } = bench.scale;
  return withClients([database.adminDbUrl, database.authenticatorUrl], async ([admin, asker]) => {
    if (!admin || !asker) throw new Error('no connection');
    const { rows } = await admin.query<{ person: string; organisation: string }>(
      `select bench.id('person', 1) as person, bench.id('organisation', 30) as organisation`,
    );
    const [who] = rows;
    if (!who) throw new Error('nobody asks');
    await actAs(asker, who.person);
    const found = new Map<string, Timing>();
    const list = await questions(admin, who.organisation);
    for (const question of list) {
      bench.log(question.name);
      found.set(question.name, await timeOne(asker, question, searchRuns, calls));
    }
    return {
      tables: [
        timings(`One connection, as a member: ${size}`, found),
        {
          caption: 'p95 in ms beside what was promised',
          columns: ['call', 'p95 ms', 'least', 'aim'],
          rows: list
            .filter(({ least }) => least !== undefined)
            .map(({ name, least = [0, 0] }) => [name, found.get(name)?.p95 ?? '–', ...least]),
        },
      ],
      notes: [
        'Every rule: opening hours with a season and exceptions, holidays, lengths, leads, pick-ups, chosen borrowers, four quotas, a tariff with groups, a standing approval.',
        'The overview is that of an organisation with 200 things, as its admin sees it.',
      ],
    };
  });
}

export const rules: Part = {
  name: 'rules',
  title: 'Rules, series and the owner’s overview',
  limitMinutes: 20,
  run: (bench) => bench.withDatabase('rules', (database) => run(bench, database)),
};
