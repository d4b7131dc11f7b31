import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOKED_AT_EVERY_MS = 100;

/** A TCP port of this machine that is free at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Whether another program listens on the port. */
export function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}

/** Waits for a port that is just being given back. @returns whether it is free. */
export async function becomesFree(port: number, host: string, withinMs: number): Promise<boolean> {
  const start = Date.now();
  while (await isTaken(port, host)) {
    if (Date.now() - start >= withinMs) return false;
    await sleep(LOOKED_AT_EVERY_MS);
  }
  return true;
}
