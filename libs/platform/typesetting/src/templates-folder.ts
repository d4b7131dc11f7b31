import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The templates are not compiled: from the sources and from `dist` alike they are found by walking up. */
export function templatesFolder(from: string = __dirname): string {
  const folder = join(from, 'libs', 'platform', 'typesetting', 'templates');
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error('the templates of libs/platform/typesetting are missing');
  return templatesFolder(dirname(from));
}
