// Like the demo, with data of its own and the app reloading while you edit it.
import { appPort, startApp } from './session/app';
import { prepareBackend, startBackend, stateDirOf } from './session/backend';
import { Shutdown } from './session/shutdown';
import { reportAndExit } from './session/steps';
import { startTicker } from './session/ticker';

async function main(): Promise<void> {
  const shutdown = new Shutdown();
  const stateDir = stateDirOf('dev');
  const port = appPort();
  await prepareBackend(stateDir, process.argv.includes('--reset'));
  const backend = startBackend(stateDir, { siteUrl: `http://localhost:${port}`, appPort: port });
  shutdown.addStarting(backend);
  const stack = await backend;
  const app = startApp({ mode: 'dev', port, stateDir, stack });
  shutdown.addStarting(app);
  await app;
  const ticker = startTicker(port, stack.secretKey);
  shutdown.add(() => ticker.stop());
  console.log(
    `\n  App  http://localhost:${port}\n  Mail ${stack.inboxUrl}\n  SQL  ${stack.dbUrl}\n`,
  );
}

main().catch(reportAndExit);
