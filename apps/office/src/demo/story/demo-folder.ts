import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The demo office's files are not compiled. They are found by walking up, from the sources as from `dist`. */
export function demoFolder(from: string = __dirname): string {
  const folder = join(from, 'apps', 'office', 'demo');
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error('the folder apps/office/demo is missing');
  return demoFolder(dirname(from));
}
