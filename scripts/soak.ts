// Many people at once against the app and a whole backend whose processes are killed under them, for as
// long as one likes: `npm run soak -- --acts 100000 --clients 16 --seed 7`. Ends with what it found.
import { parseArgs } from 'node:util';
import { openHouse } from '../supabase/tests/soak/house';
import { soak } from '../supabase/tests/soak/soak';

const { values } = parseArgs({
  options: {
    acts: { type: 'string', default: '100000' },
    clients: { type: 'string', default: '16' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    'kill-every': { type: 'string', default: '1500' },
  },
});
const [acts, clients, seed, killEvery] = [
  values.acts,
  values.clients,
  values.seed,
  values['kill-every'],
].map(Number) as [number, number, number, number];

console.log(`${acts} acts of ${clients} people; again with --seed ${seed}`);
const house = await openHouse('soak', 26_090, true);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  process.once(signal, () => void house.stop().then(() => process.exit(130)));
}
let failed = true;
try {
  const found = await soak(house, {
    seed,
    acts,
    clients,
    round: 5000,
    killEvery,
    log: (line) => {
      console.log(`  … ${line}`);
    },
  });
  const killed = Object.entries(found.kills).map(([victim, n]) => `${victim} ${n} times`);
  console.log(
    `\n${found.acts} acts (${Math.round(found.perSecond)} a second), killed: ${killed.join(', ')}`,
  );
  console.log(`answered: ${JSON.stringify(found.outcomes)}`);
  for (const problem of found.problems.slice(0, 50)) console.error(`  ✗ ${problem}`);
  console.log(
    found.problems.length === 0
      ? 'The books are as everybody was told.'
      : `${found.problems.length} problems; again with --seed ${seed}`,
  );
  failed = found.problems.length > 0;
} finally {
  await house.stop(failed);
}
process.exit(failed ? 1 : 0);
