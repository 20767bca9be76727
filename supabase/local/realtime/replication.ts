import pg from 'pg';
import { PgoutputPlugin, type Pgoutput } from 'pg-logical-replication';
import { messageOf } from '../problem';

/** A row of realtime.messages, as the log of the database tells it. */
export type SentMessage = {
  id: string;
  topic: string;
  event: string;
  payload: unknown;
  private: boolean;
};

export type ReplicationOptions = {
  dbUrl: string;
  onMessage: (message: SentMessage) => void;
  onReady: () => void;
  /** Called once for every loss: what was sent meanwhile is gone for the listeners. */
  onLost: () => void;
  log: (line: string) => void;
};

const PUBLICATION = 'supabase_realtime_messages_publication';
/** The parts of pg's connection that its types leave out. */
type CopyConnection = {
  on: (event: 'copyData', listener: (message: { chunk: Buffer }) => void) => void;
  once: (event: 'replicationStart', listener: () => void) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
};

const MICROSECONDS_1970_TO_2000 = 946_684_800_000_000n;

/** "Everything up to here is done": lets the server forget its log. */
function standbyStatus(position: bigint): Buffer {
  const status = Buffer.alloc(34);
  status[0] = 0x72;
  for (const at of [1, 9, 17]) status.writeBigUInt64BE(position, at);
  status.writeBigInt64BE(BigInt(Date.now()) * 1000n - MICROSECONDS_1970_TO_2000, 25);
  return status;
}

function toMessage(row: Record<string, unknown>): SentMessage | undefined {
  const { id, topic, event, extension } = row;
  if (extension !== 'broadcast' || typeof topic !== 'string' || typeof event !== 'string') {
    return undefined;
  }
  const raw = row.payload;
  const payload: unknown = typeof raw === 'string' ? JSON.parse(raw) : raw;
  return { id: String(id), topic, event, payload, private: row.private === true };
}

/**
 * Follows realtime.messages through logical decoding, like the hosted server: a commit is never held
 * up by its listeners (NOTIFY takes a lock on commit). The slot is temporary, so a stack that was
 * killed leaves nothing behind that would keep the log growing.
 */
export class Replication {
  private client: pg.Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  private delay = 100;
  ready = false;

  constructor(private readonly options: ReplicationOptions) {}

  async start(): Promise<void> {
    try {
      await this.follow();
    } catch (error) {
      this.options.log(`realtime: cannot read from the database yet (${messageOf(error)})`);
      this.again();
    }
  }

  private again(): void {
    if (this.stopped) return;
    this.retry = setTimeout(() => void this.start(), this.delay);
    this.delay = Math.min(this.delay * 2, 5000);
  }

  private async follow(): Promise<void> {
    const config = { connectionString: this.options.dbUrl, replication: 'database' };
    const client = new pg.Client(config);
    this.client = client;
    let lost = false;
    const lose = () => {
      if (lost || this.client !== client) return;
      lost = true;
      clearInterval(keepAlive);
      const wasReady = this.ready;
      this.ready = false;
      client.end().catch(() => undefined);
      if (this.stopped || !wasReady) return;
      this.options.onLost();
      this.again();
    };
    client.on('error', lose);
    client.on('end', lose);
    let position = 0n;
    const keepAlive = setInterval(() => this.ready && acknowledge(), 10_000);
    const connection = (client as unknown as { connection: CopyConnection }).connection;
    const acknowledge = () => connection.sendCopyFromChunk(standbyStatus(position));
    try {
      await client.connect();
      const plugin = new PgoutputPlugin({ protoVersion: 1, publicationNames: [PUBLICATION] });
      const slot = `allmende_realtime_${process.pid}_${Date.now()}`;
      await client.query(
        `CREATE_REPLICATION_SLOT ${slot} TEMPORARY LOGICAL pgoutput (SNAPSHOT 'nothing')`,
      );
      connection.on('copyData', ({ chunk }) => {
        const end = chunk.readBigUInt64BE(chunk[0] === 0x77 ? 9 : 1);
        if (end > position) position = end;
        if (chunk[0] === 0x77) this.receive(plugin.parse(chunk.subarray(25)));
        else if (chunk[0] === 0x6b && chunk[17] === 1) acknowledge();
      });
      const started = new Promise<void>((resolve) => connection.once('replicationStart', resolve));
      // why: this query only ends with the connection; its failure is the loss handled above
      const running: Promise<unknown> = plugin.start(client, slot, '0/00000000');
      running.then(lose, lose);
      await Promise.race([started, running.then(() => Promise.reject(new Error('ended at once')))]);
    } catch (error) {
      clearInterval(keepAlive);
      client.end().catch(() => undefined);
      throw error;
    }
    this.ready = true;
    this.delay = 100;
    this.options.onReady();
  }

  private receive(change: Pgoutput.Message): void {
    if (change.tag !== 'insert' || change.relation.name !== 'messages') return;
    try {
      const message = toMessage(change.new);
      if (message) this.options.onMessage(message);
    } catch (error) {
      this.options.log(`realtime: a message could not be read (${messageOf(error)})`);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }
}
