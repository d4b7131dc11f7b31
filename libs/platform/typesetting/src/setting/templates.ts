import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The template of that name in a module's `templates` folder: `templateOf('office/letters', 'letter')`. Templates are not
 * compiled: from the sources and from `dist` alike they are found by walking up.
 */
export const templateOf = (module: string, name: string): string => join(templatesFolder(module), `${name}.typ`);

/** @throws Error when the installation lacks it. */
export function templatesFolder(module: string, from: string = __dirname): string {
  const folder = join(from, 'libs', module, 'templates');
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error(`the templates of libs/${module} are missing`);
  return templatesFolder(module, dirname(from));
}
