import { createHash, type KeyObject } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettingsKey, settingsKeyFile, settingsKeyOf } from '@patravali/config';
import { LauncherRefusal } from '../parts/sentences';
import type { Manifest } from './manifest';
import { openKey, sealKey } from './key/sealed-key';

const FILE = 'settings-key.pem';

type Kept = NonNullable<Manifest['settingsKey']>;

/** Puts the key of what was set on the page beside that of the log, under the same passphrase; null where nothing was set yet. */
export async function putSettingsKey(folder: string, dataFolder: string, passphrase: string): Promise<Kept | null> {
  const key = await readSettingsKey(dataFolder);
  if (!key) return null;
  const pem = await sealKey(key.secret, passphrase);
  await writeFile(join(folder, FILE), pem, { mode: 0o600, flush: true });
  return { id: key.id, sha256: sha256Of(pem) };
}

/** Takes it over from the backup before, if it is still the one of the data folder. */
export async function takeOverSettingsKey(
  from: string,
  to: string,
  { kept, dataFolder }: { readonly kept: Kept | null; readonly dataFolder: string },
): Promise<Kept | null> {
  const key = await readSettingsKey(dataFolder);
  if (!kept || key?.id !== kept.id || (await isChanged(from, kept))) return null;
  await copyFile(join(from, FILE), join(to, FILE));
  return kept;
}

/** @returns null when the file is not there, was changed, or this passphrase does not open it; without one, when it is as it was put. */
export async function openSettingsKey(
  folder: string,
  kept: Kept,
  passphrase: string | null,
): Promise<{ readonly secret: KeyObject | null } | null> {
  if (await isChanged(folder, kept)) return null;
  if (passphrase === null) return { secret: null };
  const secret = openKey((await pemIn(folder)) ?? '', passphrase);
  return secret && settingsKeyOf(secret).id === kept.id ? { secret } : null;
}

/** @throws LauncherRefusal when the folder of the office holds another one, of which settings may hang. */
export async function refuseOtherSettingsKey(dataFolder: string, secret: KeyObject): Promise<void> {
  const there = await readSettingsKey(dataFolder);
  if (there && there.id !== settingsKeyOf(secret).id)
    throw new LauncherRefusal('restoreKeyTaken', { file: settingsKeyFile(dataFolder) });
}

const isChanged = async (folder: string, { sha256 }: Kept): Promise<boolean> =>
  sha256Of((await pemIn(folder)) ?? '') !== sha256;

async function pemIn(folder: string): Promise<string | null> {
  return await readFile(join(folder, FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
