import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface ProcessorTime {
  readonly ofThisProcess: (except?: number) => number;
  readonly ofProcess: (id: number) => number;
}

const { ofProcess, ofThisProcess } = jest.requireActual<ProcessorTime>('../support/run/processor-time.cjs');
const onLinux = process.platform === 'linux' ? it : it.skip;

/** Works until it has used half a second of processor time, says so, and stays. */
const WORK = `
  for (let used = 0; used < 5e5;) {
    const { user, system } = process.cpuUsage();
    used = user + system;
  }
  console.log('done');
  setInterval(() => undefined, 60_000);`;

describe('the processor time of a suite', () => {
  onLinux('is its own with what it has started, but for what works for others too', async () => {
    const child = spawn(process.execPath, ['-e', WORK], { stdio: ['ignore', 'pipe', 'ignore'] });
    const id = child.pid ?? 0;
    await once(child.stdout, 'data');
    const [used, all, without] = [ofProcess(id), ofThisProcess(), ofThisProcess(id)];
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    expect(used).toBeGreaterThan(0.4);
    expect(all - without).toBeGreaterThan(0.4);
    expect(ofProcess(id)).toBe(0);
  });
});
