/** One message of the Phoenix protocol, whichever of its encodings it came in. */
export type Frame = {
  joinRef: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: unknown;
};

export type Version = 1 | 2;

const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** Returns undefined for anything that is no frame; the caller ends such connections. */
export function decodeText(version: Version, data: string): Frame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = (
    version === 2
      ? value
      : ['join_ref', 'ref', 'topic', 'event', 'payload'].map(
          (name) => (value as Record<string, unknown>)[name],
        )
  ) as unknown[];
  const [joinRef, ref, topic, event, payload] = fields;
  if (typeof topic !== 'string' || typeof event !== 'string') return undefined;
  return { joinRef: text(joinRef), ref: text(ref), topic, event, payload };
}

const USER_BROADCAST_PUSH = 3;
const USER_BROADCAST = 4;
const JSON_ENCODING = 1;

/** Clients of version 2 send every broadcast like this: six lengths, an encoding, five texts, a body. */
export function decodeBinary(data: Buffer): Frame | undefined {
  if (data.length < 7 || data[0] !== USER_BROADCAST_PUSH) return undefined;
  let offset = 7;
  const part = (length: number) => data.subarray(offset, (offset += length)).toString('utf8');
  const [joinRef, ref, topic, event, meta] = [1, 2, 3, 4, 5].map((at) => part(data[at] ?? 0));
  const orNull = (value: string | undefined) => (value === '' ? null : (value ?? null));
  if (offset > data.length || !topic || !event) return undefined;
  const body = data.subarray(offset);
  try {
    const payload: unknown =
      data[6] === JSON_ENCODING ? JSON.parse(body.toString('utf8')) : Buffer.from(body);
    return {
      joinRef: orNull(joinRef),
      ref: orNull(ref),
      topic,
      event: 'broadcast',
      payload: {
        type: 'broadcast',
        event,
        payload,
        ...(meta ? { meta: JSON.parse(meta) as unknown } : {}),
      },
    };
  } catch {
    return undefined;
  }
}

export function encode(version: Version, frame: Frame): string {
  const { joinRef, ref, topic, event, payload } = frame;
  return version === 2
    ? JSON.stringify([joinRef, ref, topic, event, payload])
    : JSON.stringify({ join_ref: joinRef, ref, topic, event, payload });
}

/** A broadcast of bytes cannot be written as JSON; version 2 has a form for it, version 1 has none. */
export function encodeBytes(topic: string, event: string, bytes: Buffer): Buffer {
  const names = [Buffer.from(topic), Buffer.from(event)];
  const head = [USER_BROADCAST, ...names.map((name) => name.length), 0, 0];
  return Buffer.concat([Buffer.from(head), ...names, bytes]);
}
