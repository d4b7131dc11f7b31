import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasEnded } from './end-child';
import { endOrphans } from './orphans';

describe('what a killed launcher has left running', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-orphans-'));
  const children: ChildProcess[] = [];
  /** Of the same name as what the launcher gives its children to load first. */
  const sign = join(folder, 'end-with-launcher.js');
  beforeAll(() => writeFileSync(sign, `if (process.env.DEAF) process.on('SIGTERM', () => undefined);`));
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  async function running(environment: Readonly<Record<string, string>>, loads = sign): Promise<ChildProcess> {
    const words = ['--require', loads, '-e', `process.stdout.write('.'); setInterval(() => undefined, 1e6)`];
    const child = spawn(process.execPath, words, { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  }
  const endThoseOf = (dataFolder: string) => endOrphans(dataFolder, [], new AbortController().signal);

  it('is ended, and nothing else: what is another office’s, or was started by hand', async () => {
    const [ours, others, byHand] = await Promise.all([
      running({ PATRAVALI_DATA: '/srv/ours' }),
      running({ PATRAVALI_DATA: '/srv/others' }),
      running({ PATRAVALI_DATA: '/srv/ours' }, 'node:path'),
    ]);
    await endThoseOf('/srv/ours');
    if (!hasEnded(ours)) await once(ours, 'exit');
    expect([ours.signalCode, hasEnded(others), hasEnded(byHand)]).toEqual(['SIGTERM', false, false]);
  });

  it('is waited for until somebody gives up', async () => {
    await running({ PATRAVALI_DATA: '/srv/deaf', DEAF: 'yes' });
    await expect(endOrphans('/srv/deaf', [], AbortSignal.abort(new Error('closing')))).rejects.toThrow('closing');
  });
});
