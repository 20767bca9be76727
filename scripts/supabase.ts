// The backend alone, for working on the database or with an app started by hand.
import { prepareBackend, startBackend, stateDirOf } from './session/backend';
import { Shutdown } from './session/shutdown';
import { reportAndExit } from './session/steps';

async function main(): Promise<void> {
  const shutdown = new Shutdown();
  const stateDir = stateDirOf('dev');
  await prepareBackend(stateDir, process.argv.includes('--reset'));
  const backend = startBackend(stateDir);
  shutdown.addStarting(backend);
  const stack = await backend;
  console.log(
    [
      '',
      `  API          ${stack.apiUrl}`,
      `  Database     ${stack.dbUrl}`,
      `  Mail inbox   ${stack.inboxUrl}`,
      `  Publishable  ${stack.publishableKey}`,
      `  Secret       ${stack.secretKey}`,
      '  Ctrl-C ends it; your data stays.',
      '',
    ].join('\n'),
  );
}

main().catch(reportAndExit);
