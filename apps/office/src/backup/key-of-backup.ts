import { createHash, type KeyObject } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isKeyOf } from '@patravali/ledger';
import type { Manifest } from './manifest';
import { openKey, sealKey } from './key/sealed-key';

export const KEY_FILE = 'log-key.pem';

type KeyOfBackup = NonNullable<Manifest['key']>;

/** Puts the key of the log beside the rows, under a passphrase. */
export async function putKey(
  folder: string,
  {
    secret,
    written,
    passphrase,
  }: { readonly secret: KeyObject; readonly written: string; readonly passphrase: string },
): Promise<KeyOfBackup> {
  const pem = await sealKey(secret, passphrase);
  await writeFile(join(folder, KEY_FILE), pem, { mode: 0o600, flush: true });
  return { written, sha256: sha256Of(pem) };
}

/** Takes the key over from the backup before, if it is still the one with which the log is signed. */
export async function takeOverKey(
  from: string,
  to: string,
  { key, written }: { readonly key: KeyOfBackup | null; readonly written: string | null },
): Promise<KeyOfBackup | null> {
  if (key?.written !== written || (await faultOfKey(from, key)) !== null) return null;
  await copyFile(join(from, KEY_FILE), join(to, KEY_FILE));
  return key;
}

/** What is wrong with the file, whatever its passphrase is; null when nothing is. */
export async function faultOfKey(folder: string, key: KeyOfBackup): Promise<'missing' | 'other' | null> {
  const pem = await pemIn(folder);
  if (pem === null) return 'missing';
  return sha256Of(pem) === key.sha256 ? null : 'other';
}

/** The secret, if this passphrase opens it, and whether it is that of the key whose public half is `written`. */
export async function openKeyIn(
  folder: string,
  written: string,
  passphrase: string,
): Promise<{ readonly secret: KeyObject; readonly isOfLog: boolean } | null> {
  const secret = openKey((await pemIn(folder)) ?? '', passphrase);
  return secret && { secret, isOfLog: isKeyOf(secret, written) };
}

async function pemIn(folder: string): Promise<string | null> {
  return await readFile(join(folder, KEY_FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
