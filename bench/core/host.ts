// A backend or a whole world in a process of its own: it shares neither memory nor event loop with
// the clients that measure it. Ends itself when whoever started it is gone.
import { join } from 'node:path';
import { projectDir } from '../../supabase/local/migrate';
import { portsFrom } from '../../supabase/local/ports';
import { startStack, type Stack } from '../../supabase/local/stack';
import type { HostMessage, Hosted } from './hosted';

const [kind, name = '', base = '0'] = process.argv.slice(2);
const portBase = Number(base);
const tell = (message: HostMessage) => process.send?.(message);
const log = (line: string) => tell({ log: line });

const hosted = (stack: Stack, stateDir: string, baseUrl = ''): Hosted => ({
  pid: process.pid,
  stateDir,
  portBase,
  baseUrl,
  apiUrl: stack.apiUrl,
  adminDbUrl: stack.adminDbUrl,
  inboxUrl: stack.inboxUrl,
  publishableKey: stack.publishableKey,
});

async function start(): Promise<{ facts: Hosted; stop: () => Promise<void> }> {
  if (kind === 'world') {
    const { startWorld } = await import('../../e2e/support/world');
    const world = await startWorld({ name, portBase, durable: true, log });
    const stateDir = join(projectDir, '.local', name, 'supabase');
    return { facts: hosted(world.stack, stateDir, world.baseUrl), stop: () => world.stop() };
  }
  const stateDir = join(projectDir, '.local', name);
  const stack = await startStack({ stateDir, ports: portsFrom(portBase), durable: true, log });
  return { facts: hosted(stack, stateDir), stop: () => stack.stop() };
}

const started = start();
let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), 30_000).unref();
  await started.then(({ stop }) => stop()).catch(() => undefined);
  process.exit(0);
}
process.on('disconnect', () => void end());
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());

started.then(
  ({ facts }) => tell({ ready: facts }),
  (error: unknown) => {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    setTimeout(() => process.exit(1), 100);
  },
);
