// The backend alone, for working on the database or with an app started by hand.
import { prepareBackend, startBackend, stateDirOf } from './session/backend';
import { Shutdown } from './session/shutdown';

async function main(shutdown: Shutdown): Promise<void> {
  const stateDir = stateDirOf('dev');
  await prepareBackend(stateDir, process.argv.includes('--reset'));
  const stack = await startBackend(stateDir, shutdown);
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

void Shutdown.run(main);
