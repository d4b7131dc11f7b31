import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PURPOSE = 'patravali settings 1';

/** The key under which the settings of the page lie sealed: a file of the data folder, which its owner alone reads. */
export interface SettingsKey {
  /** As the file keeps it, and a backup. */
  readonly secret: KeyObject;
  /** By which rows say under which key they lie; it gives nothing of the key away. */
  readonly id: string;
  /** Of AES-256. */
  readonly aes: Uint8Array;
}

export const settingsKeyFile = (dataFolder: string): string => join(dataFolder, 'settings-key.pem');

/** @returns null where there is none. @throws when the file is no key. */
export async function readSettingsKey(dataFolder: string): Promise<SettingsKey | null> {
  const pem = await readFile(settingsKeyFile(dataFolder), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return pem === null ? null : settingsKeyOf(createPrivateKey(pem));
}

/** The key of the folder, which is made where there is none. Of two processes that make one at once, the first one's stays. */
export async function settingsKeyIn(dataFolder: string): Promise<SettingsKey> {
  const known = await readSettingsKey(dataFolder);
  if (known) return known;
  const file = settingsKeyFile(dataFolder);
  const beside = `${file}.${randomUUID()}`;
  await writeKey(beside, generateKeyPairSync('ed25519').privateKey);
  await link(beside, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(beside);
  const made = await readSettingsKey(dataFolder);
  if (!made) throw new Error(`${file} is gone again`);
  return made;
}

/** Puts a key that comes out of a backup where it is looked for. */
export async function keepSettingsKey(dataFolder: string, secret: KeyObject): Promise<void> {
  const file = settingsKeyFile(dataFolder);
  const beside = `${file}.${randomUUID()}`;
  await writeKey(beside, secret);
  await rename(beside, file);
}

/** It is kept as a key that signs, so that backups seal it as they seal the key of the log; what it seals with is derived of it. */
export function settingsKeyOf(secret: KeyObject): SettingsKey {
  const seed = secret.export({ format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const id = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return { secret, id, aes: new Uint8Array(hkdfSync('sha256', seed, '', PURPOSE, 32)) };
}

async function writeKey(file: string, secret: KeyObject): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(secret.export({ format: 'pem', type: 'pkcs8' }));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
