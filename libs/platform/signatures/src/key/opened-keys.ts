import { createHash } from 'node:crypto';
import { type OpenKey, openP12 } from './open-p12';

const KEPT_MS = 60_000;
const MOST = 8;

const opened = new Map<string, Promise<OpenKey>>();

/**
 * Opens a key, or takes it as it was opened a moment ago: hashing a passphrase takes a second, and whoever signs fifty letters waits for it once. It is
 * kept for a minute, in the process that signs and nowhere else.
 * @throws NotSigned
 */
export async function openedKey(p12: Uint8Array, password: string): Promise<OpenKey> {
  const id = createHash('sha256').update(createHash('sha256').update(p12).digest()).update(password).digest('hex');
  const key = opened.get(id) ?? open(id, p12, password);
  return await key;
}

function open(id: string, p12: Uint8Array, password: string): Promise<OpenKey> {
  const [oldest] = opened.keys();
  if (opened.size >= MOST && oldest !== undefined) opened.delete(oldest);
  const key = openP12(p12, password);
  opened.set(id, key);
  // One that did not open is not remembered.
  key.catch(() => opened.delete(id));
  setTimeout(() => opened.delete(id), KEPT_MS).unref();
  return key;
}
