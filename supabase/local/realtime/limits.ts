export type RealtimeLimits = {
  /** Without any message for this long (clients beat every 25 s) a connection is taken for dead. */
  deadAfterMs: number;
  /** A client that reads more slowly than we send may not fill our memory. */
  maxBufferedBytes: number;
  maxPayloadBytes: number;
  channelsPerConnection: number;
  joinsPerSecond: number;
  messagesPerSecond: number;
  /** How often connections are looked over for the above and for tokens that ended. */
  sweepMs: number;
};

/** The hosted free plan's figures where it publishes one. */
export const defaultLimits: RealtimeLimits = {
  deadAfterMs: 60_000,
  maxBufferedBytes: 4 * 1024 * 1024,
  maxPayloadBytes: 256 * 1024,
  channelsPerConnection: 100,
  joinsPerSecond: 100,
  messagesPerSecond: 100,
  sweepMs: 1000,
};
