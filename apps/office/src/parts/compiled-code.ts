import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', '..', '.compiled');

/**
 * Node keeps what it has compiled of our modules and of the packages, so that the next start need not compile it again. It lies
 * with the build and goes with it; where nobody may write there, as in a container, nothing is kept.
 */
export function keepCompiledCode(): void {
  enableCompileCache(FOLDER);
}

/** The same for a program that is started: a part of its environment. */
export const COMPILED_CODE = { NODE_COMPILE_CACHE: FOLDER } as const;
