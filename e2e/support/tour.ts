import { query } from './database';
import { ADMIN, APPROVER, MANAGER, MEMBER } from './people';

/** A screen of the product: its address behind the locale, and who it is for (nobody: a passer-by). */
export interface Screen {
  name: string;
  path: string;
  person?: string;
}

const as = (person: string | undefined, screens: Record<string, string>): Screen[] =>
  Object.entries(screens).map(([name, path]) => ({
    name,
    path,
    ...(person === undefined ? {} : { person }),
  }));

/** Every screen, as the person it is for sees it; the ids are those of the demo data at this moment. */
export async function tour(): Promise<Screen[]> {
  const ids = await demoIds();
  return [
    ...as(undefined, {
      catalogue: '/ostviertel',
      'catalogue-search': '/ostviertel?q=saal',
      'catalogue-nothing': '/ostviertel?q=xyzxyz',
      hall: '/ostviertel/resources/grosser-saal',
      'hall-with-kitchen': '/ostviertel/resources/buergerhaus-mit-kueche',
      'hall-series': '/ostviertel/resources/grosser-saal/series',
      organisation: '/ostviertel/organisations/buergerhaus-ost',
      about: '/ostviertel/about',
      accessibility: '/ostviertel/accessibility',
      'sign-in': '/sign-in',
      'not-found': '/gibt-es-nicht',
      offline: '/offline',
      unsent: '/offline/unsent',
    }),
    ...as(MEMBER, {
      bookings: '/bookings',
      booking: `/bookings/${ids.mine}`,
      'booking-change': `/bookings/${ids.mine}/change`,
      events: '/events',
      'event-new': '/events/new?template=street-festival',
      event: `/events/${ids.event}`,
      account: '/account',
      'organisation-new': '/organisations/new',
    }),
    ...as(APPROVER, {
      inbox: '/inbox',
      handover: '/handover',
      'booking-of-ours': `/bookings/${ids.ours}`,
      'thing-new': '/resources/new',
      'thing-edit': `/resources/${ids.resource}/edit`,
      'thing-terms': `/resources/${ids.resource}/terms`,
      'thing-prices': `/resources/${ids.resource}/prices`,
      'thing-withdraw': `/resources/${ids.resource}/withdraw`,
      'our-organisation': '/organisations/buergerhaus-ost',
      timeline: '/organisations/buergerhaus-ost/timeline',
      prices: '/organisations/buergerhaus-ost/prices',
      'house-rules': '/organisations/buergerhaus-ost/terms',
      standing: '/organisations/buergerhaus-ost/standing',
      confirmations: '/organisations/buergerhaus-ost/confirmations',
    }),
    ...as(ADMIN, {
      'organisation-people': '/organisations/turnverein-ostviertel',
      'organisation-edit': '/organisations/turnverein-ostviertel/edit',
    }),
    ...as(MANAGER, {
      qm: '/ostviertel/qm',
      'qm-organisations': '/ostviertel/qm/organisations',
      'qm-terms': '/ostviertel/qm/terms',
      'qm-holidays': '/ostviertel/qm/holidays',
      'qm-barriers': '/ostviertel/qm/barriers',
      'qm-report': '/ostviertel/qm/report',
    }),
  ];
}

async function demoIds() {
  const [found] = await query<{ mine: string; ours: string; resource: string; event: string }>(
    `select
       (select b.id from public.bookings b join public.organisations o on o.id = b.organisation_id
        where o.slug = 'viet-kulturhaus' and b.status = 'approved' and b.starts_at > now() order by b.starts_at limit 1) as mine,
       ours.id as ours, ours.resource_id as resource,
       (select e.id from public.events e join public.organisations o on o.id = e.organisation_id
        where o.slug = 'viet-kulturhaus' order by e.created_at limit 1) as event
     from public.bookings ours join public.organisations o on o.id = ours.owner_id and o.slug = 'buergerhaus-ost'
     where ours.status = 'approved' and ours.starts_at > now() order by ours.starts_at limit 1`,
  );
  if (!found) throw new Error('the demo data has no coming booking of the Bürgerhaus');
  return found;
}
