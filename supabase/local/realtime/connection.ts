import type { WebSocket } from 'ws';
import { Attempts } from '../gateway/attempts';
import type { Identity } from '../gateway/identity';
import { JwtError, type Claims } from '../jwt';
import type { Permissions } from './authorization';
import { Channel, isChannelTopic, type Carrier } from './channel';
import { decodeBinary, decodeText, encode, encodeBytes, type Frame, type Version } from './frames';
import type { Broadcast, Hub } from './hub';
import { parseJoin } from './join';
import type { RealtimeLimits } from './limits';

export type Surroundings = {
  hub: Hub;
  limits: RealtimeLimits;
  verify: (token: string) => Claims;
  authorize: (topic: string, claims: Claims) => Promise<Permissions>;
  isReplicationReady: () => boolean;
};

/** One WebSocket: takes frames apart, keeps its channels, and is ended when slow, dead or rude. */
export class Connection implements Carrier {
  private readonly channels = new Map<string, Channel>();
  private readonly joins: Attempts;
  private readonly messages: Attempts;
  private lastHeard = Date.now();

  constructor(
    private readonly socket: WebSocket,
    private readonly version: Version,
    private readonly identity: Identity,
    private readonly around: Surroundings,
  ) {
    this.joins = new Attempts(around.limits.joinsPerSecond, 1000);
    this.messages = new Attempts(around.limits.messagesPerSecond, 1000);
    socket.on('message', (data, isBinary) => {
      this.lastHeard = Date.now();
      const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
      const frame = isBinary ? decodeBinary(bytes) : decodeText(version, bytes.toString('utf8'));
      if (!frame) return socket.close(1003, 'not a frame of the Phoenix protocol');
      void this.receive(frame);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () =>
      [...this.channels.values()].forEach((channel) => this.forget(channel)),
    );
  }

  private async receive({ joinRef, ref, topic, event, payload }: Frame): Promise<void> {
    if (topic === 'phoenix' && event === 'heartbeat') {
      this.send(null, ref, topic, 'phx_reply', { status: 'ok', response: {} });
      return;
    }
    if (event === 'phx_join') return this.join(joinRef ?? ref, ref, topic, payload);
    const channel = this.channels.get(topic);
    if (!channel || (joinRef !== null && joinRef !== channel.joinRef)) {
      this.refuse(joinRef, ref, topic, 'unmatched topic');
      return;
    }
    if (event === 'broadcast') {
      if (this.messages.take('')) {
        channel.push(ref, payload);
        return;
      }
      channel.close('MessagePerSecondRateLimitReached: Too many messages per second');
      return;
    }
    if (event === 'access_token') {
      return channel.renew((payload as { access_token?: unknown } | null)?.access_token);
    }
    if (event === 'phx_leave') {
      this.forget(channel);
      channel.reply(ref, 'ok', {});
      this.send(channel.joinRef, channel.joinRef, topic, 'phx_close', {});
      return;
    }
  }

  private refuse(joinRef: string | null, ref: string | null, topic: string, reason: string): void {
    this.send(joinRef, ref, topic, 'phx_reply', { status: 'error', response: { reason } });
  }

  private async join(joinRef: string | null, ref: string | null, topic: string, payload: unknown) {
    const refuse = (reason: string) => this.refuse(joinRef, ref, topic, reason);
    const { limits, hub } = this.around;
    if (!isChannelTopic(topic)) {
      refuse('TopicNameRequired: The topic must be realtime:<name>');
      return;
    }
    if (!this.joins.take('')) {
      refuse('ClientJoinRateLimitReached: Too many joins per second');
      return;
    }
    if (this.channels.size >= limits.channelsPerConnection) {
      refuse('ChannelRateLimitReached: Too many channels');
      return;
    }
    const parsed = parseJoin(payload);
    if (!parsed.ok) {
      refuse(parsed.reason);
      return;
    }
    const { options } = parsed;
    let claims = this.identity.claims;
    let permissions: Permissions = { read: true, write: true };
    try {
      if (options.token) claims = this.around.verify(options.token);
      const name = topic.slice(topic.indexOf(':') + 1);
      if (options.isPrivate) permissions = await this.around.authorize(name, claims);
    } catch (error) {
      if (error instanceof JwtError) {
        refuse(`InvalidJWTToken: ${error.message}`);
        return;
      }
      refuse('DatabaseUnavailable: The database could not be asked; join again');
      return;
    }
    if (!permissions.read) {
      refuse(
        `Unauthorized: You do not have permissions to read from this Channel topic: ${topic.slice(9)}`,
      );
      return;
    }
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (options.isPrivate && !this.around.isReplicationReady()) {
      refuse('RealtimeRestarting: Not connected to the database yet; join again');
      return;
    }
    const previous = this.channels.get(topic);
    if (previous) this.forget(previous); // why: a client that joins twice means the second time
    const channel = new Channel(this, topic, joinRef, options, claims, permissions);
    this.channels.set(topic, channel);
    hub.add(channel.name, options.isPrivate, channel);
    channel.reply(ref, 'ok', { postgres_changes: [] });
    if (options.wantsReplicationReady && this.around.isReplicationReady()) {
      channel.system('ok', 'Replication connection established');
    }
  }

  send(joinRef: string | null, ref: string | null, topic: string, event: string, payload: unknown) {
    this.write(encode(this.version, { joinRef, ref, topic, event, payload }));
  }

  sendBytes(topic: string, event: string, bytes: Buffer): void {
    if (this.version === 2) this.write(encodeBytes(topic, event, bytes));
  }

  private write(data: string | Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.around.limits.maxBufferedBytes) {
      return this.socket.terminate();
    }
    this.socket.send(data);
  }

  verify(token: string): Claims {
    return this.around.verify(token);
  }

  authorize(topic: string, claims: Claims): Promise<Permissions> {
    return this.around.authorize(topic, claims);
  }

  publish(channel: Channel, broadcast: Broadcast, includeSelf: boolean): void {
    const except = includeSelf ? undefined : channel;
    this.around.hub.publish(channel.name, channel.options.isPrivate, broadcast, except);
  }

  forget(channel: Channel): void {
    this.around.hub.remove(channel.name, channel.options.isPrivate, channel);
    if (this.channels.get(channel.topic) === channel) this.channels.delete(channel.topic);
  }

  /** Events may have been missed: let clients join again and look again. */
  interrupt(reason: string): void {
    for (const channel of [...this.channels.values()]) {
      if (channel.options.isPrivate) channel.interrupt(reason);
    }
  }

  sweep(): void {
    if (Date.now() - this.lastHeard > this.around.limits.deadAfterMs) {
      return this.socket.terminate();
    }
    for (const channel of [...this.channels.values()]) {
      if (channel.isExpired) channel.close('InvalidJWTToken: Token has expired');
    }
  }
}
