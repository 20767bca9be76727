import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Sets some variables in an env file and leaves every other line as somebody wrote it. */
export function writeEnvFile(file: string, values: Record<string, string>): void {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : [];
  const rest = new Map(Object.entries(values));
  const kept = lines.map((line) => {
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1];
    const value = name === undefined ? undefined : rest.get(name);
    if (name === undefined || value === undefined) return line;
    rest.delete(name);
    return `${name}=${value}`;
  });
  while (kept.at(-1) === '') kept.pop();
  const added = [...rest].map(([name, value]) => `${name}=${value}`);
  const text = `${[...kept, ...added].join('\n')}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, file);
}
