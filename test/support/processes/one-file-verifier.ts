import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BUILD = join(__dirname, '../../../libs/verifier/build.mjs');
/** Gives a program a user and a network of its own, in which there is nobody. */
const CUT_OFF = 'unshare';
const ALONE = '-rn';

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
export const canCutNetwork = (): boolean => spawnSync(CUT_OFF, [ALONE, 'true']).status === 0;

/** Runs Node alone, cut off from every network or not. */
export function runNode(words: readonly string[], { isCutOff }: { readonly isCutOff: boolean }): Promise<Ended> {
  const program = isCutOff ? CUT_OFF : process.execPath;
  const all = isCutOff ? [ALONE, process.execPath, ...words] : [...words];
  return new Promise((resolve) => {
    execFile(program, all, { env: { PATH: process.env.PATH }, maxBuffer: 1 << 24 }, (error, told, mistakes) =>
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
