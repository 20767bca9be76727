import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectDir } from '../../supabase/local/migrate';

export type Run = string[];

/** Runs a Node program of the project and gives its exit code; its output goes to ours. */
export async function node(args: Run, env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
