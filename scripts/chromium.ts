import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Containers and root shells cannot use Chromium's own sandbox; the pages are ours and on loopback. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * A Chromium that runs here: CHROMIUM_PATH, the system's, or Playwright's. Where there is none it is
 * installed: Playwright's download first, then the system package.
 */
export function ensureChromium(log: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  log('No Chromium yet: trying Playwright’s download …');
  if (succeeds(['npx', 'playwright', 'install', 'chromium'])) {
    const path = findChromium();
    if (path) return path;
  }
  if (existsSync('/usr/bin/apt-get')) {
    log('… not to be had: installing the system package chromium …');
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const update = [...sudo, 'apt-get', 'update', '-qq'];
    const install = [...sudo, 'apt-get', 'install', '-y', '-qq', 'chromium'];
    if (succeeds(update) && succeeds(install)) {
      const path = findChromium();
      if (path) return path;
    }
  }
  throw new Error(
    'No Chromium found. Install the package "chromium" (or Google Chrome), or set CHROMIUM_PATH to its program.',
  );
}

function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, ...SYSTEM_BROWSERS, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path) && starts(path));
}

function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'pipe', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function succeeds([command = '', ...args]: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0;
}
