import { createServer } from 'node:net';
import { Problem } from './problem';

/** Every port a stack listens on. The first four are those of the Supabase CLI. */
export type StackPorts = {
  api: number;
  db: number;
  inbox: number;
  smtp: number;
  rest: number;
  restAdmin: number;
};

export const LOOPBACK = '127.0.0.1';

export const defaultPorts: StackPorts = {
  api: 54321,
  db: 54322,
  inbox: 54324,
  smtp: 54325,
  rest: 54331,
  restAdmin: 54332,
};

/** Six ports in a row, so that test stacks with bases ten apart never meet. */
export const portsFrom = (base: number): StackPorts => ({
  api: base,
  db: base + 1,
  inbox: base + 2,
  smtp: base + 3,
  rest: base + 4,
  restAdmin: base + 5,
});

const names: Record<keyof StackPorts, string> = {
  api: 'the Supabase gateway',
  db: 'PostgreSQL',
  inbox: 'the mail inbox',
  smtp: 'the mail catcher',
  rest: 'PostgREST',
  restAdmin: 'the health check of PostgREST',
};

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Fails with a sentence before anything is started, so that nothing has to be undone. */
export async function assertPortsFree(ports: StackPorts, appPort?: number): Promise<void> {
  if (appPort !== undefined && !(await isPortFree(appPort))) {
    throw new Problem(
      `Port ${appPort} (for the app) is taken by another program: end it, or choose another one with PORT=${appPort + 1} in front of the command.`,
    );
  }
  for (const name of Object.keys(names) as (keyof StackPorts)[]) {
    if (await isPortFree(ports[name])) continue;
    throw new Problem(
      `Port ${ports[name]} (for ${names[name]}) is taken by another program: end it (another demo, or "supabase stop"), or choose other ports with SUPABASE_PORT_BASE=55000 in front of the command.`,
    );
  }
}
