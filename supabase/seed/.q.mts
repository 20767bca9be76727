import { readFileSync } from 'node:fs'; import pg from 'pg';
const s = JSON.parse(readFileSync('/tmp/seeddev/stack.json', 'utf8'));
const c = new pg.Client(s.adminDbUrl); await c.connect();
for (const q of process.argv.slice(2)) { const t=Date.now(); const r = await c.query(q); for (const x of (Array.isArray(r)?r.at(-1):r).rows.slice(0,60)) console.log(Object.values(x).join(' | ')); console.log('--', Date.now()-t,'ms'); }
await c.end();
