import { at, localDay, iso, dayOf } from './calendar';
console.log(iso(at(dayOf(2026,3,29), 0)), iso(at(dayOf(2026,3,29), 180)), iso(at(dayOf(2026,3,29), 18*60)), iso(at(dayOf(2026,10,25), 18*60)), iso(at(dayOf(2026,7,1),-480)), localDay(Date.parse('2026-07-01T22:30Z'))-dayOf(2026,7,1));
import { organisations } from './data/organisations'; import { assets } from './data/assets'; import { resources } from './data/resources/index'; import { publishedOffers } from './published-offers'; import { poolOf } from './world'; import { yearOf } from './year';
let t = process.cpuUsage();
const p = poolOf('ostviertel', localDay(Date.now()), organisations, [...publishedOffers(), ...resources], assets);
console.log('pool', process.cpuUsage(t).user/1e3); t = process.cpuUsage();
const y = yearOf(p, new Date());
console.log('year', process.cpuUsage(t).user/1e3, y.bookings.length);
const st: Record<string, number> = {}, th: Record<string, number> = {}, mo: Record<string, number> = {}, kd: Record<string, number> = {}, ow: Record<string, number> = {}, bo: Record<string, number> = {};
const now = Date.now(); let fut = 0;
for (const b of y.bookings) { const s = b.acts.at(-1)?.status ?? (b.thing.seed.approval === 'instant' ? 'instant' : 'open'); st[s] = (st[s] ?? 0) + 1; th[b.thing.seed.slug] = (th[b.thing.seed.slug] ?? 0) + 1; const m = iso(b.startsAt).slice(0, 7); mo[m] = (mo[m] ?? 0) + 1; kd[b.thing.seed.kind] = (kd[b.thing.seed.kind] ?? 0) + 1; ow[b.thing.seed.owner] = (ow[b.thing.seed.owner] ?? 0) + 1; bo[b.organisation] = (bo[b.organisation] ?? 0) + 1; if (b.startsAt > now) fut++; if (b.createdAt >= now || b.acts.some(a => a.at > now || a.at < b.createdAt)) console.log('BAD time', b.thing.seed.slug, iso(b.createdAt), b.acts); if (b.createdAt>b.startsAt) console.log('BAD created', b.thing.seed.slug); }
console.log(st, mo, kd, 'future', fut, y.closures.map(c => c.thing.seed.slug + ' ' + iso(c.startsAt).slice(0, 10)));
console.log(Object.entries(th).sort((a, b) => b[1] - a[1]).map(e => e.join(':')).join(' '));
console.log('none:', p.things.filter(t => !th[t.seed.slug]).map(t => t.seed.slug).join(' '));
console.log(ow, bo);
