import { reportAndExit } from './steps';

type End = () => Promise<void> | void;

/**
 * Ends what was started, last first, on Ctrl-C, on SIGTERM, and when the launcher above us is gone.
 * A second Ctrl-C does not wait any longer.
 */
export class Shutdown {
  private readonly ends: End[] = [];
  private running = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void this.now(0));
    }
    process.on('disconnect', () => void this.now(0));
  }

  add(end: End): void {
    this.ends.push(end);
  }

  /** For what is still starting: ending waits for it, so that nothing is left running. */
  addStarting(starting: Promise<{ stop: () => Promise<void> }>): void {
    this.add(() =>
      starting.then(
        (started) => started.stop(),
        () => undefined,
      ),
    );
  }

  private async endAll(): Promise<void> {
    for (const end of this.ends.splice(0).reverse()) {
      await Promise.resolve(end()).catch((error: unknown) => console.error(String(error)));
    }
  }

  /** Runs a session; when it fails, ends what runs and leaves the last word to the error. */
  static async run(session: (shutdown: Shutdown) => Promise<void>): Promise<void> {
    const shutdown = new Shutdown();
    process.on('uncaughtException', (error) => void shutdown.fail(error));
    try {
      await session(shutdown);
    } catch (error) {
      await shutdown.fail(error);
    }
  }

  private async fail(error: unknown): Promise<void> {
    // why: after Ctrl-C everything still starting fails as well; that is no news to anybody
    if (this.running) return;
    this.running = true;
    await this.endAll();
    reportAndExit(error);
  }

  async now(code: number): Promise<void> {
    if (this.running) {
      console.log('Ending at once.');
      process.exit(code || 130);
    }
    this.running = true;
    const started = Date.now();
    console.log('\nEnding …');
    await this.endAll();
    console.log(`Ended in ${((Date.now() - started) / 1000).toFixed(1)} s. Your data is kept.`);
    process.exit(code);
  }
}
