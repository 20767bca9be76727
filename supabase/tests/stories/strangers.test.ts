import { describe, expect, test } from 'vitest';
import { ask } from '../support/acts';
import { scenes, type Row, type Scene } from '../support/database';
import { planned, send } from '../support/events';
import {
  amir,
  anon,
  bea,
  boris,
  mia,
  nameOf,
  nina,
  olga,
  otto,
  paul,
  penny,
  susi,
  westa,
  type Actor,
} from '../support/people';
import { askRegularly, on, weekly } from '../support/series';
import { clubs, pools, things } from '../support/story';
import { from, when } from '../support/when';

// Promise 6: that a thing is taken everybody may learn; who has it, and for what, nobody who is no party.
const scene = scenes();

const PURPOSE = 'purple-zebra-rehearsal';
const OCCUPIED = from(9, 10, 12);
const SERIES_DAY = on(30);

interface Secrets {
  /** Who occupies, and for what. */
  who: string[];
  /** What only the parties have a name for. */
  ids: string[];
  booking: string;
  change: string;
  series: string;
  event: string;
  item: string;
  entry: string;
}

/** The Kickers have, ask for, wish to change, repeat, plan and wait for much of what the Werkhof lends. */
async function occupyEverything(stage: Scene): Promise<Secrets> {
  const wish = { p_purpose: PURPOSE, ...OCCUPIED };
  const asked = await ask(stage, mia, things.beamer, wish);
  const held = await ask(stage, mia, things.benches, { ...wish, p_quantity: 11 });
  const booked: Row[] = [];
  for (const thing of [things.bike, things.hall, things.kitchen])
    booked.push(await ask(stage, bea, thing, wish));
  const pile = await ask(stage, bea, things.benches, { ...wish, ...from(12, 10, 12) });
  await stage.as(amir).call('approve_booking', { p_booking_id: pile.id });
  const change = await stage.as(bea).call('change_booking', {
    p_booking_id: pile.id,
    ...from(12, 11, 14),
    p_note: PURPOSE,
  });
  const series = await askRegularly(
    stage,
    bea,
    things.kitchen,
    weekly(SERIES_DAY, 4, { p_purpose: PURPOSE }),
  );
  const event = await planned(stage, bea, [{ what: PURPOSE, parts: [[things.van, 1]] }], {
    p_title: PURPOSE,
    p_note: PURPOSE,
    ...from(15, 10, 14),
  });
  await send(stage, bea, event);
  const entry = await stage.as(boris).call('join_waiting_list', {
    p_resource_id: things.beamer,
    p_organisation_id: clubs.kickers,
    p_purpose: PURPOSE,
    ...OCCUPIED,
  });
  // whoever waits behind them sees a place in the line and no more
  await stage.as(otto).call('join_waiting_list', {
    p_resource_id: things.beamer,
    p_organisation_id: clubs.chor,
    ...OCCUPIED,
  });
  const ids = [asked, held, ...booked, pile, change, series, entry].map((r) => String(r.id));
  return {
    who: [PURPOSE, 'Kickers', 'kickers', clubs.kickers, ...[mia, bea, boris].flatMap(tracesOf)],
    ids: [...ids, event.id, ...event.items],
    booking: String(asked.id),
    change: String(change.id),
    series: String(series.id),
    event: event.id,
    item: event.items[0] ?? '',
    entry: String(entry.id),
  };
}

const tracesOf = ({ id, name, email }: { id: string; name: string; email: string }) => [
  id,
  email,
  `"${name}"`,
];

/** Everything of ours that this role may call, with the names and types of what it takes. */
const callable = (stage: Scene, role: string) =>
  stage.sql(
    `select p.proname as name, coalesce(p.proargnames[1:p.pronargs], '{}') as args, p.pronargdefaults as defaults,
       array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality as u (t, n) order by n) as types
     from pg_proc p where p.pronamespace = 'public'::regnamespace and has_function_privilege($1, p.oid, 'execute')
     order by 1`,
    [role],
  );

/** The tables and views that this role may read, with the columns that it may. */
const readable = (stage: Scene, role: string) =>
  stage.sql(
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
       and has_column_privilege($1, c.oid, a.attnum, 'select')
     group by c.relname order by 1`,
    [role],
  );

/** What a curious person puts in: the ids they got hold of, the times and the things in question. */
function curious(
  arg: string,
  type: string,
  thing: string,
  own: string | null,
  secrets: Secrets,
): unknown {
  const known: Record<string, unknown> = {
    p_resource_id: thing,
    p_organisation_id: own,
    p_booking_id: secrets.booking,
    p_change_id: secrets.change,
    p_series_id: secrets.series,
    p_event_id: secrets.event,
    p_item_id: secrets.item,
    p_waiting_entry_id: secrets.entry,
    p_entry_id: secrets.entry,
    p_pool: 'ostviertel',
    p_pool_id: pools.ostviertel,
    p_kind: 'equipment',
    p_rule: 'FREQ=WEEKLY;COUNT=4',
    p_starts_on: SERIES_DAY,
    p_start_time: '18:00',
    p_end_time: '20:00',
    p_from: type === 'date' ? on(5) : when(8),
    p_to: type === 'date' ? on(40) : when(20),
    p_starts_at: OCCUPIED.p_starts_at,
    p_ends_at: OCCUPIED.p_ends_at,
    p_query: 'Kickers',
    p_cursor: null,
    p_idempotency_key: 'curious',
    p_latitude: null,
    p_longitude: null,
    p_near_latitude: null,
    p_near_longitude: null,
    p_except_booking_id: null,
    p_extras: '{}',
    p_kinds: null,
  };
  if (arg in known) return known[arg];
  if (type.endsWith('[]')) return '{}';
  if (type === 'uuid') return thing;
  if (/^(integer|bigint|numeric|double precision)$/.test(type)) return 1;
  if (type === 'boolean') return true;
  if (type === 'jsonb') return '[]';
  if (type === 'date') return SERIES_DAY;
  if (type.startsWith('time')) return type.startsWith('timestamp') ? OCCUPIED.p_starts_at : '10:00';
  return 'curious';
}

/** The answer with everything a refusal carries; what it does is undone. */
async function answerOf(stage: Scene, act: () => Promise<Row[]>): Promise<string> {
  await stage.sql('savepoint curious');
  try {
    return JSON.stringify(await act());
  } catch (error) {
    const { message, detail, hint, code, where, table, constraint } = error as Record<
      string,
      unknown
    >;
    // `where` names functions and never goes over the wire; it may quote nothing of a row either
    return JSON.stringify({ message, detail, hint, code, where, table, constraint });
  } finally {
    await stage.sql('rollback to savepoint curious; release savepoint curious');
  }
}

/** The first of them also put questions to all functions; the rest have no door that these have not. */
const ASKING = 4;
const strangers: { who: Actor; own: string | null }[] = [
  { who: anon, own: null },
  { who: nina, own: null },
  { who: otto, own: clubs.chor },
  { who: paul, own: clubs.westclub },
  { who: westa, own: clubs.westclub },
  { who: susi, own: clubs.ruheverein },
  { who: penny, own: clubs.neuland },
];
const roleOf = (who: Actor) => (typeof who === 'string' ? 'anon' : 'authenticated');

const told = (answer: string, secrets: string[]) => secrets.filter((s) => answer.includes(s));

describe('who occupies a thing, and for what', () => {
  for (const [n, { who, own }] of strangers.entries()) {
    test(
      `${nameOf(who)} reads it in no table`,
      scene(async (stage) => {
        const secrets = await occupyEverything(stage);
        const leaks: string[] = [];
        for (const { name, columns } of await readable(stage, roleOf(who))) {
          const rows = await stage
            .as(who)
            .sql(`select ${String(columns)} from public.${String(name)}`);
          // that there are Kickers everybody may know: admitted organisations stand in the open
          const hidden =
            name === 'organisations' ? [PURPOSE, ...secrets.ids] : [...secrets.who, ...secrets.ids];
          const found = told(JSON.stringify(rows), hidden);
          if (found.length > 0) leaks.push(`${String(name)}: ${found.join(', ')}`);
        }
        expect(leaks).toEqual([]);
      }),
    );

    if (n >= ASKING) continue;
    test(
      `${nameOf(who)} hears it from no function, neither in an answer nor in a refusal`,
      scene(async (stage) => {
        const secrets = await occupyEverything(stage);
        const leaks = new Set<string>();
        const answered = new Set<string>();
        for (const fn of await callable(stage, roleOf(who))) {
          const [args, types] = [fn.args as string[], fn.types as string[]];
          const required = args.length - (fn.defaults as number);
          for (const thing of [things.beamer, things.benches, things.hall])
            for (const [count, home] of [
              [required, own],
              [args.length, own],
              [args.length, null],
            ] as const) {
              const given = Object.fromEntries(
                args
                  .slice(0, count)
                  .map((arg, i) => [arg, curious(arg, types[i] ?? '', thing, home, secrets)]),
              );
              const answer = await answerOf(stage, () =>
                stage.as(who).rows(String(fn.name), given),
              );
              // what is said back was known before
              const said = JSON.stringify(given);
              const found = told(answer, [...secrets.who, ...secrets.ids]).filter(
                (s) => !said.includes(s),
              );
              for (const secret of found) leaks.add(`${String(fn.name)}: ${secret}`);
              if (answer.startsWith('[')) answered.add(String(fn.name));
            }
        }
        expect([...leaks]).toEqual([]);
        // the questions made sense: these were answered, and with something
        expect([...answered]).toEqual(
          expect.arrayContaining([
            'check_booking',
            'resource_calendar',
            'search_resources',
            'suggest_alternatives',
          ]),
        );
      }),
    );
  }

  test(
    'olga, of the owner but without a say, does not learn it from what her organisation may see',
    scene(async (stage) => {
      const secrets = await occupyEverything(stage);
      for (const { name, columns } of await readable(stage, 'authenticated')) {
        if (name === 'organisations') continue;
        const rows = await stage
          .as(olga)
          .sql(`select ${String(columns)} from public.${String(name)}`);
        expect(told(JSON.stringify(rows), secrets.who), String(name)).toEqual([]);
      }
    }),
  );

  test(
    'the channel that everybody may join says which things changed and nothing else',
    scene(async (stage) => {
      const secrets = await occupyEverything(stage);
      const messages = await stage.sql(
        `select payload from realtime.messages where topic like 'pool:%'`,
      );
      expect(messages.length).toBeGreaterThan(5);
      expect(told(JSON.stringify(messages), [...secrets.who, ...secrets.ids])).toEqual([]);
    }),
  );

  test(
    'and to those it concerns it is told',
    scene(async (stage) => {
      const secrets = await occupyEverything(stage);
      for (const who of [mia, amir])
        expect(
          told(JSON.stringify(await stage.as(who).sql('select * from public.bookings')), [
            PURPOSE,
            clubs.kickers,
            secrets.booking,
          ]),
        ).toHaveLength(3);
    }),
  );
});
