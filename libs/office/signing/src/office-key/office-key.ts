import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Refusal } from '@patravali/errors';
import { DEMO_ROOT, loadSigningKey, makeDemoSigningKey, type SigningKey } from '@patravali/signatures';

/** The key with which this office signs: the one that its server or its administrator has given it, or in a demo one that it makes once for itself. */
@Injectable()
export class OfficeKey {
  private loaded: Promise<SigningKey> | undefined;
  private loadedFrom: Config['officeKey'];

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'signing' | 'officeKey' | 'demo' | 'dataFolder'>) {}

  /** @throws Refusal `signing-not-configured`; SigningKeyUnusable when the configured one cannot be opened. */
  async get(): Promise<SigningKey> {
    const { officeKey } = this.config;
    // The page may have set another since.
    if (officeKey !== this.loadedFrom) this.loaded = undefined;
    this.loadedFrom = officeKey;
    this.loaded ??= this.load();
    try {
      return await this.loaded;
    } catch (error) {
      this.loaded = undefined;
      throw error;
    }
  }

  private async load(): Promise<SigningKey> {
    const { signing, officeKey, demo, dataFolder } = this.config;
    if (signing) return await loadSigningKey(signing.p12Path, signing.password);
    if (officeKey) return officeKey;
    if (demo) return await demoKey(join(dataFolder, 'demo-seal.json'));
    throw new Refusal('signing-not-configured');
  }
}

/** Made complete beside its place and then linked there: of two processes that make one at once, the first one's stays. */
async function demoKey(path: string): Promise<SigningKey> {
  const known = await readKey(path);
  if (known) return known;
  const made = await makeDemoSigningKey({ name: 'Patravali Demo', number: DEMO_ROOT.sealNumber });
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  const { p12, password, certificates } = made;
  const kept = { p12: asText(p12), password, certificates: certificates.map(asText) };
  await writeFile(beside, JSON.stringify(kept), { mode: 0o600 });
  await link(beside, path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(beside);
  return (await readKey(path)) ?? made;
}

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const asBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

async function readKey(path: string): Promise<SigningKey | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const { p12, password, certificates } = JSON.parse(text) as { p12: string; password: string; certificates: string[] };
  return { p12: asBytes(p12), password, certificates: certificates.map(asBytes) };
}
