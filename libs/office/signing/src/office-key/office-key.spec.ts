import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficeKey } from '@patravali/signing';

let dataFolder: string;
beforeEach(async () => (dataFolder = await mkdtemp(join(tmpdir(), 'patravali-key-'))));
afterEach(() => rm(dataFolder, { recursive: true }));

describe('the key of an office', () => {
  it('is made once in a demo, also by two who need it at the same time, and is private', async () => {
    const [one, other] = await Promise.all([0, 1].map(() => new OfficeKey({ demo: true, dataFolder }).get()));
    expect(other).toEqual(one);
    expect(await new OfficeKey({ demo: true, dataFolder }).get()).toEqual(one);
    expect((await stat(join(dataFolder, 'demo-seal.json'))).mode & 0o777).toBe(0o600);
  });

  it('is missing in an office that is no demo and was given none', async () => {
    await expect(new OfficeKey({ demo: false, dataFolder }).get()).rejects.toMatchObject({
      code: 'signing-not-configured',
    });
  });

  it('is refused by name when it cannot be opened', async () => {
    const signing = { p12Path: join(dataFolder, 'none.p12'), password: 'x' };
    await expect(new OfficeKey({ demo: false, dataFolder, signing }).get()).rejects.toThrow(/signing key/);
  });
});
