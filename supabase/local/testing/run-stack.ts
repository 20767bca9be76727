// A stack in a process of its own, for tests that kill it: node --import tsx run-stack.ts <folder> <port>
import { portsFrom } from '../ports';
import { startStack } from '../stack';

const [stateDir = '', base = ''] = process.argv.slice(2);
const stack = await startStack({
  stateDir,
  ports: portsFrom(Number(base)),
  migrate: false,
  durable: false,
});
console.log(JSON.stringify(stack.pids));
