// A stack in a process of its own, for tests that kill it:
// node --import tsx run-stack.ts <folder> <port> [migrated]
// Ends itself when whoever started it closes its input.
import { portsFrom } from '../ports';
import { startStack } from '../stack';

const [stateDir = '', base = '', migrated] = process.argv.slice(2);
const stack = await startStack({
  stateDir,
  ports: portsFrom(Number(base)),
  migrate: migrated === 'migrated',
  durable: migrated === 'migrated',
});
console.log(JSON.stringify(stack.pids));
if (migrated === 'migrated') {
  process.stdin.resume();
  process.stdin.once('end', () => void stack.stop().then(() => process.exit(0)));
}
