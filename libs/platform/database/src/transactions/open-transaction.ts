import { AsyncLocalStorage } from 'node:async_hooks';

/** What was begun inside a transaction and goes on after it carries this on: then `isOpen` is false. */
const current = new AsyncLocalStorage<{ isOpen: boolean }>();

/** Marks that `work` holds a connection, and with it perhaps a counter or a file. */
export async function holdingConnection<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { isOpen: true };
  try {
    return await current.run(transaction, work);
  } finally {
    transaction.isOpen = false;
  }
}

/**
 * To be called by whatever may take long: typesetter, signer, object store, mail. Else one that is silent would stop
 * everybody who waits for the same row or for a connection.
 * @throws Error: the command is written wrongly.
 */
export function refuseInTransaction(what: string): void {
  if (current.getStore()?.isOpen) throw new Error(`${what} was asked for something inside a transaction`);
}

/** The service with every method refused inside a transaction. */
export function outsideTransactions<T extends object>(what: string, service: T): T {
  const guarded: Record<string, unknown> = {};
  for (const name of methodsOf(service)) {
    guarded[name] = (...values: unknown[]) => {
      refuseInTransaction(`${what} (${name})`);
      return (service as Record<string, (...values: unknown[]) => unknown>)[name]?.(...values);
    };
  }
  return guarded as T;
}

function methodsOf(service: object): Set<string> {
  const names = new Set<string>();
  for (
    let at: object | null = service;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (name !== 'constructor' && typeof (service as Record<string, unknown>)[name] === 'function') names.add(name);
    }
  }
  return names;
}
