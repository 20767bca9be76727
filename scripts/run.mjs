// Starts scripts/<name>.ts on a machine that may have nothing but Node and npm. Plain JavaScript
// without dependencies, because it runs before they are installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...args] = process.argv.slice(2);

function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function assertNode() {
  const wanted = /(\d+)\.(\d+)/.exec(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node,
  );
  const found = process.versions.node.split('.').map(Number);
  const [major, minor] = [Number(wanted[1]), Number(wanted[2])];
  if (found[0] > major || (found[0] === major && found[1] >= minor)) return;
  fail(`Node ${process.versions.node} is too old: install Node ${major}.${minor} or newer.`);
}

const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

async function install() {
  // why: npm writes this file last, so it is missing or old after an install that was interrupted
  const installed = time(join(root, 'node_modules', '.package-lock.json'));
  if (installed > 0 && installed >= time(join(root, 'package-lock.json'))) return;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log('Installing packages (only needed once; takes a minute or two) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // why: not `npm ci`, which refuses a lock file without the packages of every other platform, and
  // some registries do not carry those; with --no-save the lock file is followed and left alone
  const child = spawn(
    npm,
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  const beat = setInterval(() => console.log(`  still installing (${seconds()} s)`), 10_000);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  clearInterval(beat);
  if (code !== 0) {
    fail(
      'The packages could not be installed: see the lines above; check the network and the free disk space, then start again.',
    );
  }
  // why: with nothing to do npm leaves the file as old as it was, and we would ask every time
  const file = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(file)) utimesSync(file, new Date(), new Date());
  console.log(`Packages installed in ${seconds()} s`);
}

function run() {
  const script = join(root, 'scripts', `${name}.ts`);
  if (!name || !existsSync(script)) fail(`There is no script "${name ?? ''}".`);
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    // why: the channel tells the script when we are killed; its own process group keeps the
    // terminal from sending it a second Ctrl-C beside the one we pass on
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  let last = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // why: terminal and npm both send the signal of one Ctrl-C
      if (Date.now() - last < 300) return;
      last = Date.now();
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
  child.once('error', (error) => fail(`The script could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

assertNode();
await install();
run();
