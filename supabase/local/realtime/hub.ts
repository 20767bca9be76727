/** Whoever listens on a topic. Public and private channels of one name never hear each other. */
export type Listener = {
  deliver: (broadcast: Broadcast) => void;
};

export type Broadcast = {
  event: string;
  payload: unknown;
  id?: string;
};

const keyOf = (topic: string, isPrivate: boolean) => `${isPrivate ? 'private' : 'public'}:${topic}`;

export class Hub {
  private readonly listeners = new Map<string, Set<Listener>>();

  add(topic: string, isPrivate: boolean, listener: Listener): void {
    const key = keyOf(topic, isPrivate);
    const set = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, set.add(listener));
  }

  remove(topic: string, isPrivate: boolean, listener: Listener): void {
    const key = keyOf(topic, isPrivate);
    const set = this.listeners.get(key);
    set?.delete(listener);
    if (set?.size === 0) this.listeners.delete(key);
  }

  publish(topic: string, isPrivate: boolean, broadcast: Broadcast, except?: Listener): void {
    for (const listener of this.listeners.get(keyOf(topic, isPrivate)) ?? []) {
      if (listener !== except) listener.deliver(broadcast);
    }
  }
}
