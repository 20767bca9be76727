import { withBareDatabase, type Database } from './bare';
import { Ends } from './ends';
import { emptyFolder, removeFolder, startHost, type Hosted } from './hosted';
import type { Options } from './options';
import type { Report } from './report';

const PORT_BASE = 26_600;

export type Part = {
  name: string;
  title: string;
  limitMinutes: number;
  run: (bench: Bench) => Promise<Report>;
};

/** What the parts share: how much to do, what to end, and one world for those that need one. */
export class Bench {
  readonly ends = new Ends();
  private shared: Promise<Hosted> | undefined;

  constructor(readonly options: Options) {}

  get scale() {
    return this.options.scale;
  }

  log(line: string): void {
    console.log(`  … ${line}`);
  }

  /** A database of its own without anything around it. */
  async withDatabase<T>(name: string, work: (database: Database) => Promise<T>): Promise<T> {
    const stateDir = emptyFolder(name);
    try {
      return await withBareDatabase(this, stateDir, PORT_BASE, work);
    } finally {
      if (!this.options.keep) removeFolder(stateDir);
    }
  }

  /** A backend on data of its own, filled before it starts, for the time of `work`. */
  async withStack<F, T>(
    name: string,
    fill: (database: Database) => Promise<F>,
    work: (stack: Hosted, filled: F) => Promise<T>,
  ): Promise<T> {
    const filled = await withBareDatabase(this, emptyFolder(name), PORT_BASE, fill);
    this.log('starting a backend …');
    const { hosted, stop } = await startHost(this, { kind: 'stack', name, portBase: PORT_BASE });
    try {
      return await work(hosted, filled);
    } finally {
      await stop();
    }
  }

  /** Backend, demo data and built app; started when first asked for, ended with the bench. */
  world(): Promise<Hosted> {
    this.shared ??= this.startWorld();
    return this.shared;
  }

  /** After a part that ran out of time: nothing of it may disturb the next one. */
  async endAll(): Promise<void> {
    this.shared = undefined;
    await this.ends.all();
  }

  private async startWorld(): Promise<Hosted> {
    this.log('starting a world: backend, demo data, production build …');
    emptyFolder('world');
    return (await startHost(this, { kind: 'world', name: 'world', portBase: 26_620 })).hosted;
  }
}
