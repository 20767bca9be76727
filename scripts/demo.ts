// The whole neighbourhood on this machine: backend, demo data, the built app. Ctrl-C ends it.
import { appPort, startApp } from './session/app';
import { prepareBackend, startBackend, stateDirOf } from './session/backend';
import { buildIfChanged } from './session/build';
import { peopleLines } from './session/people';
import { Shutdown } from './session/shutdown';
import { step } from './session/steps';
import { startTicker } from './session/ticker';

async function main(shutdown: Shutdown): Promise<void> {
  const started = Date.now();
  const stateDir = stateDirOf('demo');
  const port = appPort();
  const siteUrl = `http://localhost:${port}`;
  await prepareBackend(stateDir, process.argv.includes('--reset'));
  const backend = startBackend(stateDir, shutdown, { siteUrl, appPort: port });
  const building = new AbortController();
  shutdown.add(() => building.abort());
  // why: the build needs no backend, so both go on at once; the first failure ends the other
  const [stack] = await Promise.all([backend, buildIfChanged(building.signal)]);
  const starting = step('Starting the app', () =>
    startApp({ mode: 'start', port, stateDir, stack }),
  );
  shutdown.addStarting(starting);
  await starting;
  const ticker = startTicker(port, stack.secretKey);
  shutdown.add(() => ticker.stop());
  const people = peopleLines();
  console.log(
    [
      '',
      `  Allmende        ${siteUrl}   (ready after ${((Date.now() - started) / 1000).toFixed(1)} s)`,
      `  Mail inbox      ${stack.inboxUrl}`,
      ...(people.length ? ['  Sign in by e-mail code as:', ...people] : []),
      '  Ctrl-C ends it; your data stays. "npm run demo -- --reset" starts over.',
      '',
    ].join('\n'),
  );
}

void Shutdown.run(main);
