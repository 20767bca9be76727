import type { Claims } from '../jwt';
import { JwtError } from '../jwt';
import type { Permissions } from './authorization';
import type { Broadcast, Listener } from './hub';
import type { JoinOptions } from './join';

/** What a channel needs from the connection it lives on. */
export type Carrier = {
  send(
    joinRef: string | null,
    ref: string | null,
    topic: string,
    event: string,
    payload: unknown,
  ): void;
  sendBytes: (topic: string, event: string, bytes: Buffer) => void;
  verify: (token: string) => Claims;
  authorize: (topic: string, claims: Claims) => Promise<Permissions>;
  publish: (channel: Channel, broadcast: Broadcast, includeSelf: boolean) => void;
  forget: (channel: Channel) => void;
};

const PREFIX = 'realtime:';

/** One joined topic of one connection. */
export class Channel implements Listener {
  readonly name: string;
  private token: string | undefined;

  constructor(
    private readonly carrier: Carrier,
    readonly topic: string,
    readonly joinRef: string | null,
    readonly options: JoinOptions,
    private claims: Claims,
    private permissions: Permissions,
  ) {
    this.name = topic.slice(PREFIX.length);
    this.token = options.token;
  }

  get isExpired(): boolean {
    return this.token !== undefined && this.claims.exp * 1000 <= Date.now();
  }

  deliver({ event, payload, id }: Broadcast): void {
    if (Buffer.isBuffer(payload)) return this.carrier.sendBytes(this.topic, event, payload);
    const meta = id ? { meta: { id } } : {};
    this.carrier.send(null, null, this.topic, 'broadcast', {
      type: 'broadcast',
      event,
      payload,
      ...meta,
    });
  }

  reply(ref: string | null, status: 'ok' | 'error', response: unknown): void {
    this.carrier.send(this.joinRef, ref, this.topic, 'phx_reply', { status, response });
  }

  system(status: 'ok' | 'error', message: string): void {
    const payload = { extension: 'system', status, message, channel: this.name };
    this.carrier.send(this.joinRef, null, this.topic, 'system', payload);
  }

  /** A broadcast from the client. What a policy forbids is dropped in silence, as hosted does. */
  push(ref: string | null, payload: unknown): void {
    const message = payload as { event?: unknown; payload?: unknown } | null;
    if (typeof message?.event !== 'string') return;
    if (this.options.isPrivate && !this.permissions.write) return;
    const broadcast = { event: message.event, payload: message.payload };
    this.carrier.publish(this, broadcast, this.options.self);
    if (this.options.ack) this.reply(ref, 'ok', {});
  }

  /** A renewed token: the person may have lost the right to listen since the last one. */
  async renew(token: unknown): Promise<void> {
    if (typeof token !== 'string' || token.startsWith('sb_') || token === this.token) return;
    let claims: Claims;
    try {
      claims = this.carrier.verify(token);
    } catch (error) {
      this.close(error instanceof JwtError ? error.message : 'The token is not valid');
      return;
    }
    this.token = token;
    this.claims = claims;
    if (!this.options.isPrivate) return;
    try {
      this.permissions = await this.carrier.authorize(this.name, claims);
    } catch {
      this.interrupt('The database could not be asked; join again');
      return;
    }
    if (!this.permissions.read) {
      this.close('You no longer have permission to read from this Channel topic');
    }
  }

  /** Ends the channel for good; the client does not come back by itself. */
  close(reason: string): void {
    this.system('error', reason);
    this.carrier.forget(this);
    this.carrier.send(this.joinRef, this.joinRef, this.topic, 'phx_close', {});
  }

  /** Ends the channel in a way that makes clients join again, and so read again what they missed. */
  interrupt(reason: string): void {
    this.system('error', reason);
    this.carrier.forget(this);
    this.carrier.send(this.joinRef, this.joinRef, this.topic, 'phx_error', { reason });
  }
}

export const isChannelTopic = (topic: string) =>
  topic.startsWith(PREFIX) && topic.length > PREFIX.length && topic.length <= 255;
