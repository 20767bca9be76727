import 'server-only';
import { anonymousDb } from './anonymous';

const PATIENCE_MS = 3_000;

/** Whether the backend answers a small public question in time. */
export async function isBackendUp(): Promise<boolean> {
  try {
    const { error } = await anonymousDb()
      .from('pools')
      .select('id', { head: true })
      .limit(1)
      .abortSignal(AbortSignal.timeout(PATIENCE_MS));
    return error === null;
  } catch {
    return false;
  }
}
