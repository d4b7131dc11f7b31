import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Works until it has used a quarter of a second of processor time, then says how many times that it took. */
const WORK = `
  const begun = performance.now();
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const before = used();
  while (used() - before < 250);
  console.log((performance.now() - begun) / (used() - before));
`;

/**
 * By what factor this machine is slowed down just now by what else runs on it: 1 when a program that wants a processor
 * has one, 4 when it has a quarter of one.
 */
export async function slowdown(): Promise<number> {
  const child = spawn(process.execPath, ['-e', WORK], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await once(child, 'close');
  return Math.max(1, Number(said));
}
