import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { copyFile, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LogKey } from '../notes/checkpoint';
import { readKey, writtenKey } from '../notes/note-keys';
import { LogStands } from './log-fault';
import { beginKey, type KeyRow, keysOfLog, type Statements } from './log-rows';

/** Where a log's name and its secret key come from. */
export interface SecretOptions {
  /** What a log is called that begins now. One that has begun keeps its name. */
  readonly origin: string;
  /** The secret key as PEM, read by its owner alone. */
  readonly keyFile: string;
}

/** The secret key of the log: in a file, never in the database, whose administrator could sign with it. */
export class LogSecret {
  private known: { readonly written: string; readonly key: LogKey } | undefined;

  constructor(private readonly options: SecretOptions) {}

  /**
   * The key that signs now, beside all there were. Makes the first one of a log that has none.
   * @throws LogStands `no-key` when the file does not hold the key of this log.
   */
  async get(tx: Statements): Promise<{ readonly key: LogKey; readonly keys: readonly KeyRow[] }> {
    const keys = await keysOfLog(tx);
    const last = keys.at(-1);
    if (!last) return await this.begin(tx);
    return { key: await this.secretOf(last.written), keys };
  }

  /** The next key takes over from the one that signs now, which signs that. @returns its written form. */
  async rotate(tx: Statements): Promise<string> {
    const { key } = await this.get(tx);
    const { privateKey: secret } = generateKeyPairSync('ed25519');
    const written = writtenKey(key.name, secret);
    // Before the database knows it: whatever ends this process now, the key that the database names is in a file.
    await writeKey(this.nextFile, secret);
    await beginKey(tx, written, rotationEntry(written, key, new Date()));
    return written;
  }

  /** Whether this key is there. */
  async holds(written: string): Promise<boolean> {
    try {
      await this.secretOf(written);
      return true;
    } catch (error) {
      if (error instanceof LogStands) return false;
      throw error;
    }
  }

  /** A key in place of one that is lost; it signs as soon as the database names it. @returns its written form. */
  async replace(name: string): Promise<string> {
    const { keyFile } = this.options;
    const { privateKey: secret } = generateKeyPairSync('ed25519');
    // Whatever it is the key of.
    if (await readSecret(keyFile)) await copyFile(keyFile, `${keyFile}.${randomUUID()}`);
    await writeKey(this.nextFile, secret);
    return writtenKey(name, secret);
  }

  private get nextFile(): string {
    return nextTo(this.options.keyFile);
  }

  private async begin(tx: Statements) {
    const { origin, keyFile } = this.options;
    const secret = (await readSecret(keyFile)) ?? (await makeKey(keyFile));
    const written = writtenKey(origin, secret);
    await beginKey(tx, written, null);
    return { key: { name: origin, secret }, keys: [{ written, signsFrom: 0 }] };
  }

  private async secretOf(written: string): Promise<LogKey> {
    if (this.known?.written === written) return this.known.key;
    const found = await findLogKey(this.options.keyFile, written);
    if (!found) throw new LogStands('no-key');
    // The key before it has signed for the last time.
    if (found.file === this.nextFile) await rename(found.file, this.options.keyFile);
    this.known = { written, key: { name: readKey(written).name, secret: found.secret } };
    return this.known.key;
  }
}

/** The file of the log's key in the folder of an office. */
export const keyFileIn = (dataFolder: string): string => join(dataFolder, 'log-key.pem');

/** Where a key lies from the moment on when it is to take over until it has. */
const nextTo = (keyFile: string): string => `${keyFile}.next`;

/** The secret of this key, from the file of the key that signs or of the next one; null when neither holds it. */
export async function findLogKey(
  keyFile: string,
  written: string,
): Promise<{ readonly secret: KeyObject; readonly file: string } | null> {
  for (const file of [keyFile, nextTo(keyFile)]) {
    const secret = await readSecret(file);
    if (secret && isKeyOf(secret, written)) return { secret, file };
  }
  return null;
}

/** Whether it is the secret of the key with this written form. */
export const isKeyOf = (secret: KeyObject, written: string): boolean =>
  secret.asymmetricKeyType === 'ed25519' && writtenKey(readKey(written).name, secret) === written;

/** Puts the secret of a log where it is looked for. */
export async function keepLogKey(keyFile: string, secret: KeyObject): Promise<void> {
  await writeKey(nextTo(keyFile), secret);
  await rename(nextTo(keyFile), keyFile);
}

/** What goes into the log when a key takes over (docs/proof.md). */
export function rotationEntry(written: string, { secret }: LogKey, from: Date): string {
  const lines = `patravali key 1\nkey ${written}\nfrom ${from.toISOString().replace(/\.\d+Z$/, 'Z')}\n`;
  return `${lines}signature ${sign(null, Buffer.from(lines), secret).toString('base64')}\n`;
}

/** Of two processes that make one at once, the first one's stays. */
async function makeKey(file: string): Promise<KeyObject> {
  const beside = `${file}.${randomUUID()}`;
  await writeKey(beside, generateKeyPairSync('ed25519').privateKey);
  await link(beside, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(beside);
  const made = await readSecret(file);
  if (!made) throw new Error(`${file} is gone again`);
  return made;
}

async function writeKey(file: string, secret: KeyObject): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(secret.export({ format: 'pem', type: 'pkcs8' }));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readSecret(file: string): Promise<KeyObject | null> {
  const pem = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return pem === null ? null : createPrivateKey(pem);
}
