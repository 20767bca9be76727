import { readdirSync, readFileSync } from 'node:fs';

/** Memory in MiB. PSS shares what several processes have in common among them, so it can be summed. */
export type Process = { pid: number; name: string; rss: number; pss: number };

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended meanwhile, or is not ours to look into
  }
}

function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // why the last bracket: a program's name may hold brackets and spaces
    const [, parent] = read(`/proc/${entry}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    if (parent !== undefined) found.set(Number(entry), Number(parent));
  }
  return found;
}

function nameOf(pid: number, root: number): string {
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  if (/postgres:|\/postgres -D/.test(command)) return 'PostgreSQL';
  if (command.includes('postgrest')) return 'PostgREST';
  if (/next-server|next\/dist/.test(command)) return 'app (Next)';
  if (command.includes('esbuild')) return 'esbuild (of tsx)';
  if (/host\.ts|scripts\/(demo|dev)\.ts/.test(command))
    return 'backend (gateway, auth, storage, Realtime, mail)';
  if (/^npm |npm-cli|scripts\/run\.mjs|^sh -c/.test(command)) return 'launcher (npm, run.mjs)';
  return pid === root ? 'launcher (npm, run.mjs)' : (command.split(' ')[0] ?? 'unknown');
}

/** A process and everything it started, and they started. */
export function processesOf(root: number): Process[] {
  const parentOf = parents();
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parentOf.get(at)) {
      if (at === root) return true;
    }
    return false;
  };
  return [...parentOf.keys()].filter(isBelow).flatMap((pid) => {
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    const mebibytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? Number.NaN) / 1024;
    const [rss, pss] = [mebibytes('Rss'), mebibytes('Pss')];
    return Number.isNaN(pss) ? [] : [{ pid, name: nameOf(pid, root), rss, pss }];
  });
}

export type Group = { processes: number; rss: number; pss: number };

export function grouped(list: Process[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { name, rss, pss } of [...list, ...list.map((p) => ({ ...p, name: 'together' }))]) {
    const group = groups.get(name) ?? { processes: 0, rss: 0, pss: 0 };
    groups.set(name, {
      processes: group.processes + 1,
      rss: group.rss + rss,
      pss: group.pss + pss,
    });
  }
  return groups;
}
