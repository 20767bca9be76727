// Takes the lock of a folder when told to, says how it went, and holds it until it is ended.
import { takeLock } from '../lock';

const [folder = ''] = process.argv.slice(2);
// as long as somebody listens, the process lives
process.on('message', () => {
  takeLock(folder, () => undefined).then(
    () => process.send?.('taken'),
    (error: unknown) => process.send?.(error instanceof Error ? error.message : 'unknown'),
  );
});
process.send?.('ready');
