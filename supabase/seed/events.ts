import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { at, type Day, onOrAfter } from './calendar';

/**
 * Events as people would plan and ask for them: through the intents, with whatever is free then. So
 * every rule has been asked, and each state comes about the way it does in real life.
 */
interface EventSeed {
  who: string;
  organisation: string;
  title: string;
  template: string;
  place: string;
  note: string;
  mode: 'all_or_nothing' | 'best_effort';
  guests: number;
  inDays: number;
  hours: readonly [number, number];
  /** How far it has come: planned only, asked for, one owner said no, everybody said yes. */
  then: 'draft' | 'sent' | 'gap' | 'granted';
}

const events: EventSeed[] = [
  {
    who: 'linh.nguyen@example.org',
    organisation: 'viet-kulturhaus',
    title: 'Nachbarschaftsfest am Lindenplatz',
    template: 'street-festival',
    place: 'Lindenplatz',
    note: 'Wir holen alles mit dem Transporter ab und bringen Frühlingsrollen mit.',
    mode: 'all_or_nothing',
    guests: 120,
    inDays: 33,
    hours: [11, 20],
    then: 'gap',
  },
  {
    who: 'linh.nguyen@example.org',
    organisation: 'viet-kulturhaus',
    title: 'Vortrag: Ankommen im Viertel',
    template: 'lecture-evening',
    place: '',
    note: '',
    mode: 'best_effort',
    guests: 40,
    inDays: 47,
    hours: [18, 21],
    then: 'draft',
  },
  {
    who: 'oksana.kovalenko@example.org',
    organisation: 'ukrainehilfe-nachbarn',
    title: 'Hoffest der Nachbarn',
    template: 'summer-party',
    place: 'Innenhof Bahnhofstraße',
    note: 'Mit Musik aus sieben Ländern. Aufräumen übernehmen wir.',
    mode: 'best_effort',
    guests: 60,
    inDays: 26,
    hours: [14, 20],
    then: 'sent',
  },
  {
    who: 'jonas.peters@example.org',
    organisation: 'pfadfinder-biber',
    title: 'Turnier der Straßenmannschaften',
    template: 'tournament',
    place: 'Kleinfeld am Kanal',
    note: '',
    mode: 'best_effort',
    guests: 40,
    inDays: 40,
    hours: [10, 16],
    then: 'granted',
  },
];

const SATURDAY = 5;

/** Demo events of a district that is filled already. */
export async function writeEvents(client: pg.Client, pool: string, today: Day): Promise<void> {
  for (const event of events) {
    const id = randomUUID();
    const day = onOrAfter(today + event.inDays, SATURDAY);
    const [from, to] = event.hours.map((hour) => new Date(at(day, hour * 60)).toISOString());
    const who = await actAs(client, event.who);
    if (!who) continue;
    await client.query(
      `select public.plan_event($1, o.id, $3, $4, $5, $6, $7, $8, $9, $10)
       from public.organisations o join public.pools p on p.id = o.pool_id where o.slug = $2 and p.slug = $11`,
      [
        id,
        event.organisation,
        event.title,
        from,
        to,
        event.guests,
        event.place,
        event.note,
        event.mode,
        event.template,
        pool,
      ],
    );
    if (event.then === 'draft') continue;
    await dropWhatNobodyHas(client, id);
    await client.query(
      `select public.request_event($1, jsonb_agg(jsonb_build_object('item_id', o.item_id, 'parts', o.parts)), $2)
       from (
         select item_id, jsonb_agg(jsonb_build_object('resource_id', resource_id, 'quantity', take,
           'starts_at', starts_at, 'ends_at', ends_at)) as parts
         from public.propose_event($1) where take > 0 group by item_id
       ) o`,
      [id, `seed ${event.title}`],
    );
    if (event.then !== 'sent') await answer(client, id, event.then);
  }
  await client.query(`select set_config('request.jwt.claims', '', false)`);
}

async function actAs(client: pg.Client, email: string): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(
    `select set_config('request.jwt.claims', json_build_object('sub', id, 'role', 'authenticated')::text, false), id
     from auth.users where email = $1`,
    [email],
  );
  return rows.length > 0;
}

/** All or nothing is asked for only when everything can be had. */
async function dropWhatNobodyHas(client: pg.Client, id: string): Promise<void> {
  await client.query(
    `select public.drop_event_item(i.id) from public.event_items i
     where i.event_id = $1 and i.quantity > (
       select coalesce(sum(o.take), 0) from public.propose_event($1) o where o.item_id = i.id and o.code is null)`,
    [id],
  );
}

/** The owners answer: in a gap the van is needed by its owner, and not everybody has answered yet. */
async function answer(client: pg.Client, id: string, then: 'gap' | 'granted'): Promise<void> {
  const { rows } = await client.query<{ booking: string; email: string; kind: string }>(
    `select distinct on (b.owner_id, r.kind = 'vehicle') b.id as booking, u.email, r.kind
     from public.bookings b
     join public.resources r on r.id = b.resource_id
     join public.memberships m on m.organisation_id = b.owner_id and m.role in ('approver', 'admin')
     join auth.users u on u.id = m.person_id
     where b.event_id = $1 and b.status = 'requested'
     order by b.owner_id, r.kind = 'vehicle' desc, u.email`,
    [id],
  );
  const [van] = rows.filter(({ kind }) => kind === 'vehicle');
  if (then === 'gap' && van) {
    await actAs(client, van.email);
    await client.query(
      `select public.decline_booking($1, 'An dem Wochenende brauchen wir ihn leider selbst.')`,
      [van.booking],
    );
  }
  const others = rows.filter(({ kind }) => kind !== 'vehicle');
  for (const { email } of then === 'gap' ? others.slice(0, 1) : others) {
    await actAs(client, email);
    await client.query(`select public.approve_event_parts($1, 'Gern, viel Freude beim Feiern!')`, [
      id,
    ]);
  }
}
