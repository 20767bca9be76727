const EVERY_MS = 3000;
const LONGEST_MS = 60_000;
const QUIET_FAILURES = 2;

/**
 * What a cron job does on a server: asks the app to do its background work (mails, expiring holds).
 * One failure is a restart; three are worth a line, and then we ask less and less often.
 */
export function startTicker(port: number, secretKey: string): { stop: () => void } {
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const stopping = new AbortController();

  async function tick(): Promise<void> {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/jobs`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secretKey}` },
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(30_000)]),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`status ${response.status}`);
      if (failures > QUIET_FAILURES) console.log('Background jobs run again.');
      failures = 0;
    } catch (error) {
      if (stopping.signal.aborted) return;
      failures += 1;
      if (failures === QUIET_FAILURES + 1) {
        console.log(`Background jobs do not run (${String(error)}); trying on.`);
      }
    }
    const delay = Math.min(EVERY_MS * 2 ** Math.max(0, failures - QUIET_FAILURES), LONGEST_MS);
    timer = setTimeout(() => void tick(), delay);
  }

  timer = setTimeout(() => void tick(), EVERY_MS);
  return {
    stop() {
      clearTimeout(timer);
      stopping.abort();
    },
  };
}
