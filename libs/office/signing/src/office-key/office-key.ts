import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Refusal } from '@patravali/errors';
import { loadSigningKey, makeDemoSigningKey, type SigningKey } from '@patravali/signatures';

/** The key with which this office signs: the one it was given, or in a demo one that it makes once for itself. */
@Injectable()
export class OfficeKey {
  private loaded: Promise<SigningKey> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'signing' | 'demo' | 'dataFolder'>) {}

  /** @throws Refusal `signing-not-configured`; SigningKeyUnusable when the configured one cannot be opened. */
  async get(): Promise<SigningKey> {
    this.loaded ??= this.load();
    try {
      return await this.loaded;
    } catch (error) {
      this.loaded = undefined;
      throw error;
    }
  }

  /** Why letters cannot be signed, in an office where that is so. */
  async missing(): Promise<Refusal | null> {
    try {
      await this.get();
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private async load(): Promise<SigningKey> {
    const { signing, demo, dataFolder } = this.config;
    if (signing) return await loadSigningKey(signing.p12Path, signing.password);
    if (demo) return await demoKey(join(dataFolder, 'demo-signing-key.json'));
    throw new Refusal('signing-not-configured');
  }
}

/** Made complete beside its place and then linked there: of two processes that make one at once, the first one's stays. */
async function demoKey(path: string): Promise<SigningKey> {
  const kept = await readKey(path);
  if (kept) return kept;
  const { p12, password } = await makeDemoSigningKey('Patravali Demo');
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, JSON.stringify({ p12: Buffer.from(p12).toString('base64'), password }), { mode: 0o600 });
  await link(beside, path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(beside);
  return (await readKey(path)) ?? { p12, password };
}

async function readKey(path: string): Promise<SigningKey | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const { p12, password } = JSON.parse(text) as { p12: string; password: string };
  return { p12: new Uint8Array(Buffer.from(p12, 'base64')), password };
}
