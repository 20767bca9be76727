import { z } from 'zod';

/** The payload of phx_join, as far as we use it; unknown fields of newer clients are let through. */
export const joinPayload = z.object({
  access_token: z.string().nullish(),
  config: z
    .object({
      private: z.boolean().nullish(),
      broadcast: z
        .object({
          ack: z.boolean().nullish(),
          self: z.boolean().nullish(),
          replication_ready: z.boolean().nullish(),
          replay: z.unknown(),
        })
        .partial()
        .nullish(),
      postgres_changes: z.array(z.unknown()).nullish(),
    })
    .nullish(),
});

export type JoinOptions = {
  token: string | undefined;
  isPrivate: boolean;
  ack: boolean;
  self: boolean;
  wantsReplicationReady: boolean;
};

export type ParsedJoin = { ok: true; options: JoinOptions } | { ok: false; reason: string };

export function parseJoin(payload: unknown): ParsedJoin {
  const parsed = joinPayload.safeParse(payload ?? {});
  if (!parsed.success) return { ok: false, reason: 'InvalidJoinPayload: The join is malformed' };
  const { config, access_token: token } = parsed.data;
  if (config?.postgres_changes?.length) {
    return {
      ok: false,
      reason:
        'PostgresChangesNotSupported: This local server has broadcast only; send ids with realtime.send and read again',
    };
  }
  return {
    ok: true,
    options: {
      // why: clients without a session send the publishable key here; it says nothing new
      token: token && !token.startsWith('sb_') ? token : undefined,
      isPrivate: config?.private ?? false,
      ack: config?.broadcast?.ack ?? false,
      self: config?.broadcast?.self ?? false,
      wantsReplicationReady: config?.broadcast?.replication_ready ?? false,
    },
  };
}
