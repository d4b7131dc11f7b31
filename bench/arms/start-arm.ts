import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../apps/office/src/free-port';

export interface RunningArm {
  readonly url: string;
  stop(): void;
}

/** A server to compare with, in a process of its own as the office's is; resolves once it listens. */
export async function startArm(file: string, ...words: string[]): Promise<RunningArm> {
  const port = await freePort();
  const program = [join(__dirname, '..', 'run.cjs'), `arms/${file}`, String(port), ...words];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
