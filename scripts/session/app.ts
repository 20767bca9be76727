import { spawn } from 'node:child_process';
import { supervise, type Child } from '../../supabase/local/child';
import { projectDir } from '../../supabase/local/migrate';
import type { Stack } from '../../supabase/local/stack';
import { nextBin } from './build';

export type AppOptions = {
  mode: 'start' | 'dev';
  port: number;
  stateDir: string;
  stack: Stack;
};

export const appPort = (): number => Number(process.env.PORT) || 3000;

/** Serves the app, and serves it again should it die. */
export function startApp({ mode, port, stateDir, stack }: AppOptions): Promise<Child> {
  const program = nextBin();
  return supervise({
    name: 'app',
    stateDir,
    log: console.log,
    onPid: (name, pid) => stack.noteChild(name, pid),
    spawn: () =>
      spawn(process.execPath, [program, mode, '-p', String(port), '-H', '127.0.0.1'], {
        cwd: projectDir,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true, // why: Ctrl-C goes to the whole terminal group; the order of ending is ours
        env: {
          ...process.env,
          NEXT_TELEMETRY_DISABLED: '1',
          DEMO_INBOX_URL: stack.inboxUrl,
          SMTP_URL: stack.smtpUrl,
          VAPID_PUBLIC_KEY: stack.vapid.publicKey,
          VAPID_PRIVATE_KEY: stack.vapid.privateKey,
        },
      }),
    ready: (child, onOutput) => {
      if (mode === 'dev') onOutput((text) => process.stdout.write(text));
      return answers(port, () => child.exitCode === null);
    },
  });
}

async function answers(port: number, isAlive: () => boolean): Promise<void> {
  while (isAlive()) {
    try {
      await fetch(`http://127.0.0.1:${port}/robots.txt`, { redirect: 'manual' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
