import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PUSH_HEADER, PUSH_PATH } from './notice';

/** The part of the worker that is looked at: its own types are the browser's. */
type Renew = (event: {
  newSubscription: object | null;
  oldSubscription: object | null;
}) => Promise<void>;

const old = { options: { applicationServerKey: 'key of before' } };
const fresh = { endpoint: 'https://push.example.org/fresh' };
const subscribe = vi.fn(() => Promise.resolve(fresh));
const server = vi.fn<typeof fetch>();
let renew: Renew;

beforeEach(async () => {
  vi.stubGlobal('self', { registration: { pushManager: { subscribe } } });
  vi.stubGlobal('fetch', server);
  server.mockResolvedValue(Response.json({ key: 'key of now' }));
  // why a variable: the worker has a tsconfig of its own
  const file = './worker/push';
  renew = ((await import(/* @vite-ignore */ file)) as { renewPush: Renew }).renewPush;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const told = () =>
  server.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([path, init]) => ({
      path,
      body: init?.body,
      header: new Headers(init?.headers).get(PUSH_HEADER),
    }));
const asItIs = { path: PUSH_PATH, body: JSON.stringify(fresh), header: '1' };

describe('the browser changed the address of a phone', () => {
  test('and says the new one: the server is told, from our own pages', async () => {
    await renew({ newSubscription: fresh, oldSubscription: old });
    expect(told()).toEqual([asItIs]);
    expect(subscribe).not.toHaveBeenCalled();
  });

  test('and says none: it subscribes anew with the key of before', async () => {
    await renew({ newSubscription: null, oldSubscription: old });
    expect(subscribe).toHaveBeenCalledWith({
      userVisibleOnly: true,
      applicationServerKey: 'key of before',
    });
    expect(told()).toEqual([asItIs]);
  });

  test('and remembers nothing: the key is asked of the server', async () => {
    await renew({ newSubscription: null, oldSubscription: null });
    expect(subscribe).toHaveBeenCalledWith({
      userVisibleOnly: true,
      applicationServerKey: 'key of now',
    });
    expect(told()).toEqual([asItIs]);
  });

  test('where the server sends no pushes any more, nothing is subscribed', async () => {
    server.mockResolvedValue(Response.json({ error: 'NTFND' }, { status: 404 }));
    await renew({ newSubscription: null, oldSubscription: null });
    expect(subscribe).not.toHaveBeenCalled();
    expect(told()).toEqual([]);
  });
});
