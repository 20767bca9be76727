import { REALTIME_SUBSCRIBE_STATES, type RealtimeChannel } from '@supabase/realtime-js';
import { realtime } from './socket';

/**
 * Private broadcast channels over the one shared socket, counted per topic. A message is only a hint
 * to look again; what it says is never shown.
 */
/** `event`: somebody changed something just now. `catch-up`: we may have missed something. */
export type HintReason = 'event' | 'catch-up';

type Listener = {
  /** Null hears every event of the topic. */
  events: readonly string[] | null;
  onHint: (reason: HintReason) => void;
};

type Subscription = { listeners: Set<Listener>; channel: Promise<RealtimeChannel> };

const subscriptions = new Map<string, Subscription>();

/** `joined` is refused when the channel could not even be opened; then `stop` and try again. */
export function listen(
  topic: string,
  listener: Listener,
): { stop: () => void; joined: Promise<unknown> } {
  const subscription = subscriptions.get(topic) ?? join(topic);
  subscription.listeners.add(listener);
  const stop = () => {
    subscription.listeners.delete(listener);
    if (subscription.listeners.size > 0) return;
    if (subscriptions.get(topic) === subscription) subscriptions.delete(topic);
    void leave(subscription);
  };
  return { stop, joined: subscription.channel };
}

function join(topic: string): Subscription {
  const listeners = new Set<Listener>();
  const subscription = { listeners, channel: open(topic, listeners) };
  subscriptions.set(topic, subscription);
  return subscription;
}

async function open(topic: string, listeners: Set<Listener>): Promise<RealtimeChannel> {
  // Policies on realtime.messages decide by the person's token who may listen.
  await realtime().setAuth();
  const channel = realtime().channel(topic, { config: { private: true } });
  channel.on('broadcast', { event: '*' }, ({ event }: { event: string }) => {
    for (const { events, onHint } of listeners) {
      if (events === null || events.includes(event)) onHint('event');
    }
  });
  // Whatever was said while nobody listened is gone, so every (re)subscription looks again.
  channel.subscribe((status) => {
    if (status !== REALTIME_SUBSCRIBE_STATES.SUBSCRIBED) return;
    for (const { onHint } of listeners) onHint('catch-up');
  });
  return channel;
}

async function leave({ channel }: Subscription): Promise<void> {
  try {
    await realtime().removeChannel(await channel);
  } catch {
    // It was never opened, so there is nothing to leave.
  }
}
