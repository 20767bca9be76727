import { mia, nina, westa } from '../../support/people';
import { clubs } from '../../support/story';

/** A value of a column as SQL takes it. */
export type Value = string | number | boolean | null | (string | number)[];
export type Values = Record<string, Value>;

const id = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;

/** An id that nothing has. */
export const nobody = id(999);
/** A number that no identity column has given yet. */
export const LATER = 900_000;

export const at = '2031-05-01T10:00:00Z';
const period = { starts_at: at, ends_at: '2031-05-01T12:00:00Z' };
const names = '{"de": "Bänke", "en": "Benches"}';

const pool_id = id(1);
const organisation_id = id(2);
const resource_id = id(3);
const asset_id = id(4);
const terms_id = id(5);
const series_id = id(6);
const event_id = id(7);
const item_id = id(8);
const template_id = id(9);
const confirmation_id = id(10);
const standing_approval_id = id(11);
const subscription_id = id(12);

export const booking_id = id(20);
export const change_id = id(21);
export const closure_id = id(22);

export interface Example {
  /** Which row it is. */
  key: Values;
  /** Everything else that it must have; what it leaves out is as the table says. */
  row: Values;
  /** It is there already. */
  made?: true;
}

const example = (key: Values, row: Values): Example => ({ key, row });

/** One sound row of each table, in the order in which they stand on one another. */
export const examples: Record<string, Example> = {
  profiles: { key: { id: nina.id }, row: { display_name: 'nina' }, made: true },
  pools: example({ id: pool_id }, { slug: 'probe', name: 'Probe' }),
  organisations: example(
    { id: organisation_id },
    { pool_id, slug: 'probe', name: 'Probe e. V.', kind: 'association', status: 'suspended' },
  ),
  pool_staff: example({ pool_id, person_id: westa.id }, { role: 'reviewer' }),
  accessibility_notes: example({ id: id(41) }, { pool_id, message: 'Zu klein' }),
  memberships: example({ organisation_id, person_id: nina.id }, { role: 'admin' }),
  invitations: example(
    { id: id(30) },
    {
      organisation_id,
      role: 'member',
      token_hash: String.raw`\x01`,
      invited_by: nina.id,
      expires_at: at,
    },
  ),
  organisation_decisions: example({ id: LATER }, { organisation_id, status: 'admitted' }),
  holidays: example({ pool_id, on_date: '2031-05-01', kind: 'public' }, { name: 'Tag der Arbeit' }),
  vocabulary: example({ pool_id, word: 'probe' }, { in_title: true }),
  resources: example(
    { id: resource_id },
    { pool_id, organisation_id, slug: 'probe', kind: 'equipment', title: 'Probe' },
  ),
  resource_texts: example({ resource_id, locale: 'en' }, { title: 'Sample' }),
  concept_words: example({ concept: 'probe', locale: 'de', word: 'Probe' }, { form: 'probe' }),
  resource_photos: example(
    { id: id(31) },
    { resource_id, path: `${id(2)}/${id(3)}/${id(4)}.webp`, width: 800, height: 600 },
  ),
  assets: example(
    { id: asset_id },
    { organisation_id, name: 'Probe', quantity: 1, exclusive: true },
  ),
  resource_assets: example({ resource_id, asset_id }, { quantity: 1 }),
  terms: example({ id: terms_id }, { pool_id, organisation_id, resource_id }),
  effective_terms: { key: { resource_id }, row: {}, made: true },
  terms_organisations: example({ terms_id, organisation_id }, {}),
  quotas: example({ id: id(32) }, { terms_id, measure: 'hours', per: 'month', most: 10 }),
  opening_hours: example(
    { id: id(33) },
    {
      terms_id,
      weekday: 1,
      opens_at: '09:00',
      closes_at: '18:00',
      season_from: '04-01',
      season_to: '09-30',
    },
  ),
  opening_weeks: example(
    { terms_id },
    {
      week: Array.from({ length: 7 }, () => '{}'),
      seasons: [],
      season_weeks: [],
      exceptions: '{}',
    },
  ),
  opening_exceptions: example(
    { id: id(34) },
    {
      terms_id,
      starts_on: '2031-05-01',
      ends_on: '2031-05-02',
      opens_at: '10:00',
      closes_at: '12:00',
    },
  ),
  day_parts: example(
    { terms_id, position: 1 },
    { name: 'Vormittag', starts_at: '08:00', ends_at: '12:00' },
  ),
  tariffs: example(
    { id: id(35) },
    { terms_id, price_group: 'others', mode: 'tariff', unit: 'hour', first_minor: 100 },
  ),
  extras: example(
    { id: id(36) },
    { terms_id, name: 'Becher', unit: 'piece', amount_minor: 50, due: 'asked' },
  ),
  confirmations: example(
    { id: confirmation_id },
    { terms_id, name: 'Einweisung', per: 'organisation', valid_months: 12 },
  ),
  organisation_confirmations: example({ confirmation_id, organisation_id }, {}),
  price_groups: example(
    { owner_id: organisation_id, organisation_id: clubs.kickers },
    { price_group: 'members' },
  ),
  standing_approvals: example(
    { id: standing_approval_id },
    { organisation_id, resource_id, max_days: 3, weekdays: [6, 7] },
  ),
  standing_approval_organisations: example({ standing_approval_id, organisation_id }, {}),
  series: example(
    { id: series_id },
    {
      pool_id,
      resource_id,
      owner_id: organisation_id,
      organisation_id: clubs.kickers,
      requested_by: nina.id,
      rule: 'FREQ=WEEKLY',
      starts_on: '2031-05-01',
      start_time: '18:00',
      end_time: '20:00',
      quantity: 1,
      idempotency_key: 'probe',
    },
  ),
  slot_questions: example({ id: id(37) }, { series_id, unused_on: ['2031-05-01', '2031-05-08'] }),
  bookings: example(
    { id: booking_id },
    {
      pool_id,
      resource_id,
      owner_id: organisation_id,
      organisation_id: clubs.kickers,
      requested_by: nina.id,
      ...period,
      counted_days: 1,
      quantity: 1,
      status: 'approved',
      idempotency_key: 'probe',
      last_action: 'requested',
      last_side: 'borrower',
    },
  ),
  series_occurrences: example(
    { series_id, occurrence_on: '2031-05-01' },
    { state: 'booked', booking_id },
  ),
  booking_changes: example(
    { id: change_id },
    {
      booking_id,
      status: 'proposed',
      ...period,
      quantity: 1,
      from_starts_at: period.starts_at,
      from_ends_at: period.ends_at,
      from_quantity: 1,
      expires_at: at,
    },
  ),
  booking_confirmations: example({ confirmation_id, booking_id }, {}),
  booking_log: example(
    { id: LATER },
    { booking_id, version: 1, at, action: 'requested', side: 'borrower', to_status: 'approved' },
  ),
  closures: example({ id: closure_id }, { resource_id, ...period }),
  allocations: example(
    { id: LATER },
    {
      asset_id,
      exclusive: true,
      quantity: 1,
      blocked: '[2031-05-01,2031-05-02)',
      kind: 'closure',
      closure_id,
    },
  ),
  waiting_entries: example(
    { id: id(38) },
    {
      ticket: LATER,
      pool_id,
      resource_id,
      owner_id: organisation_id,
      organisation_id: clubs.kickers,
      person_id: nina.id,
      ...period,
      quantity: 1,
    },
  ),
  event_templates: example(
    { id: template_id },
    { pool_id, slug: 'probe', position: 1, names, guests: 100 },
  ),
  event_template_items: example(
    { id: id(39) },
    { template_id, position: 1, names, words: 'Bank', quantity: 1 },
  ),
  events: example(
    { id: event_id },
    { pool_id, organisation_id, title: 'Fest', ...period, guests: 100 },
  ),
  event_plans: example(
    { event_id },
    { mode: 'all_or_nothing', sent_by: nina.id, idempotency_key: 'probe' },
  ),
  event_items: example(
    { id: item_id },
    { event_id, position: 1, what: 'Bänke', words: 'Bank', quantity: 5, ...period },
  ),
  event_parts: example(
    { id: id(40) },
    { item_id, resource_id, quantity: 1, booking_id, ...period },
  ),
  booking_transitions: example(
    { id: 9000 },
    { from_status: 'expired', to_status: 'expired', action: 'expired', side: 'system' },
  ),
  outbox: example(
    { id: LATER },
    { topic: 'booking_tomorrow', booking_id, payload: '{"starts": 1}' },
  ),
  deliveries: example({ id: LATER }, { outbox_id: LATER, person_id: nina.id }),
  push_subscriptions: example(
    { id: subscription_id },
    {
      person_id: mia.id,
      endpoint: 'https://push.example.org/probe',
      p256dh: `B${'x'.repeat(86)}`,
      auth: 'x'.repeat(22),
      device: 'Probe',
    },
  ),
  push_settings: example({ person_id: mia.id }, {}),
  push_deliveries: example({ id: LATER }, { outbox_id: LATER, subscription_id, kind: 'decided' }),
  sent_acts: example({ person_id: nina.id, key: 'probe' }, { intent: 'probe', subject_id: nobody }),
};
