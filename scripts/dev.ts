// Like the demo, with data of its own and the app reloading while you edit it.
import { appPort, startApp } from './session/app';
import { prepareBackend, startBackend, stateDirOf } from './session/backend';
import { Shutdown } from './session/shutdown';
import { startTicker } from './session/ticker';

async function main(shutdown: Shutdown): Promise<void> {
  const stateDir = stateDirOf('dev');
  const port = appPort();
  await prepareBackend(stateDir, process.argv.includes('--reset'));
  const siteUrl = `http://localhost:${port}`;
  const stack = await startBackend(stateDir, shutdown, { siteUrl, appPort: port });
  const app = startApp({ mode: 'dev', port, stateDir, stack });
  shutdown.addStarting(app);
  await app;
  const ticker = startTicker(port, stack.secretKey);
  shutdown.add(() => ticker.stop());
  console.log(`\n  App  ${siteUrl}\n  Mail ${stack.inboxUrl}\n  SQL  ${stack.dbUrl}\n`);
}

void Shutdown.run(main);
