import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schemaStatements, type SchemaText } from './schema-statements';

export interface SchemaFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files of the schema, `libs/<layer>/<area>/schema/*.sql`, always in the same order. They are not compiled: from the
 * sources and from `dist` alike they are found by walking up.
 */
export function schemaFiles(): SchemaFile[] {
  const root = installationWith('libs/schema/baseline');
  const foldersIn = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`${folder}/${entry.name}`] : [],
    );
  const folders = ['libs/platform', 'libs/office'].flatMap(foldersIn).map((area) => `${area}/schema`);
  const paths = folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => sqlIn(root, folder));
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** What all files say together. */
export const schemaOfFiles = (): SchemaText =>
  schemaStatements(
    schemaFiles()
      .map(({ text }) => `${text}\n;\n`)
      .join(''),
  );

/** The folder that owns each table: the one in whose `schema` it is made. */
export function tableOwners(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    schemaFiles().flatMap(({ path, text }) =>
      schemaStatements(text).tables.map(({ name }) => [name, path.slice(0, path.indexOf('/schema/'))]),
    ),
  );
}

/** A file of `libs/schema/baseline`. */
export const baselineFile = (name: string): Buffer =>
  readFileSync(join(installationWith('libs/schema/baseline'), 'libs/schema/baseline', name));

function sqlIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** @throws Error when the installation lacks it. */
function installationWith(folder: string, from: string = __dirname): string {
  if (existsSync(join(from, folder))) return from;
  if (dirname(from) === from) throw new Error(`${folder} is missing`);
  return installationWith(folder, dirname(from));
}
