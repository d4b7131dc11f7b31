import { createHash, randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zipContainer } from '@patravali/verifier';
import { unzipSync } from 'fflate';
import { BundleZip } from './bundle-zip';

describe('a bundle that is being written', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-zip-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('is read as it was written, by the verifier and by others, and lists each file with its hash', async () => {
    const files = new Map(
      [0, 1, 65_535, 65_536, 400_000, ...Array.from({ length: 20 }, () => randomInt(100_000))].map((size, at) => [
        `folder/${at}.bin`,
        randomBytes(size),
      ]),
    );
    const path = join(folder, 'one.zip');
    const zip = await BundleZip.create(path, new Date());
    for (const [name, bytes] of files) await zip.add(name, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]));
    await zip.add('words.txt', 'पत्रावली\n');
    await zip.end({ log: 'log+key', leftOut: null, lost: [] });
    await zip.close();

    const written = await readFile(path);
    const container = zipContainer(written);
    const unzipped = unzipSync(written);
    expect([...container.paths].sort()).toEqual([...files.keys(), 'words.txt', 'manifest.json'].sort());
    for (const [name, bytes] of files) {
      expect(bytes.equals(await container.read(name))).toBe(true);
      expect(bytes.equals(unzipped[name] ?? new Uint8Array())).toBe(true);
    }
    const manifest = JSON.parse(Buffer.from(unzipped['manifest.json'] ?? []).toString()) as { files: object[] };
    expect(manifest).toMatchObject({ format: 'patravali bundle 1', log: 'log+key' });
    expect(manifest.files).toEqual([
      ...[...files].map(([name, bytes]) => ({ path: name, sha256: sha256(bytes), bytes: bytes.length })),
      { path: 'words.txt', sha256: sha256(Buffer.from('पत्रावली\n')), bytes: 25 },
    ]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('does not go on when what it reads ends too early, and writes over nothing', async () => {
    const path = join(folder, 'two.zip');
    const zip = await BundleZip.create(path, new Date());
    const broken = new Readable({ read: () => broken.destroy(new Error('damaged')) });
    await expect(zip.add('a.pdf', broken)).rejects.toThrow('damaged');
    await zip.close();
    await expect(BundleZip.create(path, new Date())).rejects.toMatchObject({ code: 'EEXIST' });
  });
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
