import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Which Patravali this is. */
export interface BuildFacts {
  readonly version: string;
  /** Of the sources, as git names it; `-dirty` behind it where they were changed since. `unknown` where nobody has noted it. */
  readonly commit: string;
}

let known: BuildFacts | undefined;

export function buildFacts(): BuildFacts {
  return (known ??= readFrom(rootAbove(__dirname)));
}

function readFrom(root: string): BuildFacts {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const noted = join(root, 'dist', 'commit');
  return { version, commit: existsSync(noted) ? readFileSync(noted, 'utf8').trim() : 'unknown' };
}

/** From the sources or from the build: the folder with the package. */
function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}
