import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, sayAlive } from './alive';

describe('A worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-worker-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is not alive where it was never started', () => {
    expect(isAlive(folder)).toBe(false);
  });

  it('says again and again that it lives, in a folder that it makes', async () => {
    const data = join(folder, 'data');
    sayAlive(data, 10);
    expect(isAlive(data)).toBe(true);
    rmSync(join(data, 'worker-alive'));
    while (!existsSync(join(data, 'worker-alive'))) await sleep(10);
    expect(isAlive(data)).toBe(true);
  });

  it('is taken for dead when it has said nothing for half a minute', () => {
    const data = join(folder, 'silent');
    sayAlive(data, 1_000_000);
    const now = Date.now();
    utimesSync(join(data, 'worker-alive'), now / 1000, (now - 25_000) / 1000);
    expect(isAlive(data, now)).toBe(true);
    utimesSync(join(data, 'worker-alive'), now / 1000, (now - 31_000) / 1000);
    expect(isAlive(data, now)).toBe(false);
  });
});
