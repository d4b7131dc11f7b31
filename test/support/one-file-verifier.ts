import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BUILD = join(__dirname, '../../libs/verifier/build.mjs');
/** A user and a network of its own, in which there is nobody. */
const ALONE = ['unshare', '-rn'] as const;

export interface Ended {
  readonly code: number;
  readonly told: string;
}

/** Builds the verifier into one file, as `npm run build:verifier` does. @returns its path. */
export async function buildVerifier(folder: string): Promise<string> {
  await promisify(execFile)(process.execPath, [BUILD, folder]);
  return join(folder, 'patravali-verify.mjs');
}

/** Whether the kernel lets one cut a program off from every network. */
export const canCutNetwork = (): boolean => spawnSync(ALONE[0], [ALONE[1], 'true']).status === 0;

/** Runs Node alone, cut off from every network or not. */
export function runNode(words: readonly string[], { isCutOff }: { readonly isCutOff: boolean }): Promise<Ended> {
  const [program, ...before] = isCutOff ? [...ALONE, process.execPath] : [process.execPath];
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH }, maxBuffer: 1 << 24 };
    execFile(program ?? '', [...before, ...words], options, (error, told, mistakes) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, told: told + mistakes }),
    );
  });
}

/** `it` where the network can be cut off; elsewhere a skipped test, and a line that says so. */
export function itCutOff(name: string, test: () => Promise<void>, timeoutMs: number): void {
  if (canCutNetwork()) it(name, test, timeoutMs);
  else {
    process.stderr.write(`Skipped, since "unshare -rn" is not permitted here: ${name}\n`);
    it.skip(name, test);
  }
}
