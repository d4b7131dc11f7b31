import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetBeginning, seedingBegan } from './seeding-began';

describe('the beginning of the seeding', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'patravali-seeding-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is now, and stays what it was until it is forgotten', () => {
    const data = join(folder, 'data');
    const before = Date.now();
    const began = seedingBegan(data);
    expect(began.getTime()).toBeGreaterThanOrEqual(before);
    writeFileSync(join(data, 'demo-began'), '2026-11-20T08:00:00.000Z');
    expect(seedingBegan(data)).toEqual(new Date('2026-11-20T08:00:00Z'));
    forgetBeginning(data);
    expect(seedingBegan(data).getTime()).toBeGreaterThanOrEqual(before);
  });

  it('is now where what was noted cannot be read', () => {
    const before = Date.now();
    writeFileSync(join(folder, 'demo-began'), 'half a li');
    expect(seedingBegan(folder).getTime()).toBeGreaterThanOrEqual(before);
  });
});
