import type { QueuedAct } from './model';

/**
 * The queue in IndexedDB, used by the service worker alone. One store, keyed by the act's id.
 *
 * why no library: four calls of one store; `idb` would be three times this file.
 */
const DATABASE = 'allmende-queue';
const STORE = 'acts';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'id' });
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the queue does not open'));
    };
  });
}

/** Resolves once the transaction is on disk, so that a killed browser has lost nothing. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('the queue did not take it'));
      };
    });
  } finally {
    database.close();
  }
}

/** Oldest first: what belongs together goes out in the order in which it was written. */
export async function allActs(): Promise<QueuedAct[]> {
  // why the cast: only putAct writes into this store
  const acts = (await inStore('readonly', (store) => store.getAll())) as QueuedAct[];
  return acts.sort((a, b) => (a.at < b.at ? -1 : 1));
}

export async function putAct(act: QueuedAct): Promise<void> {
  await inStore('readwrite', (store) => store.put(act));
}

export async function dropAct(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id));
}
