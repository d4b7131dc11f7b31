import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../apps/office/src/parts/free-port';

/** A server to compare with, in a process of its own as the office's is, for as long as it is used. */
export async function withArm<T>(file: string, words: readonly string[], use: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const program = [join(__dirname, '..', 'run.cjs'), `arms/${file}`, String(port), ...words];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  try {
    const listens = await Promise.race([once(child.stdout, 'data').then(() => true), gone.then(() => false)]);
    if (!listens) throw new Error(`${file} ended before it listened`);
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    child.kill();
    await gone;
  }
}
