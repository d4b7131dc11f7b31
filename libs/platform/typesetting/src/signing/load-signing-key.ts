import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ChildProcessQueue } from '@patravali/child-process';
import { orTypesettingFailed } from '../typesetting-failed';
import type { KeyWork } from './key-child';
import type { SigningKey } from './signing-key';

/** Why an office cannot sign: the P12 file is not there, is not one, or its password is another. */
export class SigningKeyUnusable extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`the signing key ${path} cannot be used`, { cause });
    this.name = 'SigningKeyUnusable';
  }
}

/** Reads the key of the office and opens it once, so that a wrong password shows at start-up and not at the first letter. */
export async function loadSigningKey(path: string, password: string): Promise<SigningKey> {
  try {
    const key = { p12: new Uint8Array(await readFile(path)), password };
    await withKeys((keys) => keys.run('open', key, { timeoutMs: KEY_TIMEOUT_MS }));
    return key;
  } catch (error) {
    throw new SigningKeyUnusable(path, error);
  }
}

/**
 * Makes a self-signed key for an office that does not exist. Its signatures are mathematically right and trusted by
 * nobody; a real office configures a key from a licensed certifying authority.
 */
export async function makeDemoSigningKey(organisationName: string): Promise<SigningKey> {
  return await orTypesettingFailed(
    withKeys((keys) => keys.run('makeDemoKey', organisationName, { timeoutMs: KEY_TIMEOUT_MS })),
  );
}

const KEY_CHILD = join(__dirname, `key-child${extname(__filename)}`);
const KEY_LIMITS = { memoryKb: 2_000_000, heapMb: 256, cpuSeconds: 30 };
const KEY_TIMEOUT_MS = 30_000;

/** Keys are handled once in the life of the office: a short process spares it forty megabytes of cryptography for good. */
async function withKeys<T>(act: (keys: ChildProcessQueue<KeyWork>) => Promise<T>): Promise<T> {
  const queue = new ChildProcessQueue<KeyWork>({ file: KEY_CHILD, ...KEY_LIMITS, idleMs: 0, atOnce: 1 });
  try {
    return await act(queue);
  } finally {
    await queue.close();
  }
}
