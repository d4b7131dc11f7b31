import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectPdf, WarmInspectors, warmInspectors } from '../../libs/office/documents/src/inspection';
import { aPdf } from '../../libs/platform/typesetting/test/odd-pdfs';
import { growth } from './growth';

describe('an inspector of PDFs that stays warm', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-inspection-'))));
  afterAll(async () => {
    await warmInspectors.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes less than half the time of one that has to be started', async () => {
    const path = join(folder, 'letter.pdf');
    await writeFile(path, await aPdf(1, { text: 'A letter' }));
    await inspectPdf(path);
    const cold = async () => {
      const inspectors = new WarmInspectors();
      await inspectPdf(path, {}, inspectors).finally(() => inspectors.close());
    };
    expect(await growth(() => inspectPdf(path), cold)).toBeGreaterThan(2);
  });
});
