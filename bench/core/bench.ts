import { Ends } from './ends';
import { startHost, type Hosted } from './hosted';
import type { Options } from './options';
import type { Report } from './report';

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

  /** A backend on data of its own for the time of `work`. */
  async withStack<T>(name: string, work: (stack: Hosted) => Promise<T>): Promise<T> {
    this.log('starting a backend …');
    const { hosted, stop } = await startHost(this, { kind: 'stack', name, portBase: 26_600 });
    try {
      return await work(hosted);
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
    return (await startHost(this, { kind: 'world', name: 'world', portBase: 26_620 })).hosted;
  }
}
