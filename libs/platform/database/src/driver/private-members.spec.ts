import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg, { Client } from 'pg';
import { prepareValue } from './private-members';

const ROOT = join(__dirname, '..', '..', '..', '..', '..');
const packageIn = (...folder: string[]) =>
  JSON.parse(readFileSync(join(ROOT, ...folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };

/** With these the specs of this folder, `statements.db.spec.ts`, `test/crash` and the bench have been run. */
const TRIED = ['8.23.1'];

/** `readyForQuery` comes with the connection: `watched-client.db.spec.ts` fails without it, since an idle connection is given up then. */
const PRIVATE = {
  'a method of Connection': [pg.Connection.prototype, ['_send']],
  'kept with a connection': [new pg.Connection({}), ['parsedStatements', 'submittedNamedStatements']],
  'kept with a client': [new Client(), ['_types']],
  'a function of pg.utils': [Reflect.get(pg, 'utils') as object, ['prepareValue']],
} as const;

describe('what the driver does not promise', () => {
  it('is used of a version of pg with which it was tried', () => {
    const { version } = packageIn('node_modules', 'pg');
    const untried = `pg ${version} is installed: run the specs of libs/platform/database and test/crash with it, then add it to TRIED`;
    expect(TRIED.includes(version) ? 'tried' : untried).toBe('tried');
    expect(TRIED).toContain(packageIn().dependencies.pg);
  });

  it.each(Object.entries(PRIVATE))('is there: %s', (what, [owner, names]) => {
    const missing = names.filter((name) => !(name in owner));
    expect(missing.map((name) => `pg no longer has ${name}, ${what}`)).toEqual([]);
  });

  it('does what is expected of it: each message leaves through _send, and values are prepared as pg sends them', () => {
    const connection = new pg.Connection({});
    const sent: Buffer[] = [];
    Reflect.set(connection, '_send', (message: Buffer) => sent.push(message));
    connection.parse({ text: 'SELECT 1', name: 'one', types: [] }, true);
    connection.sync();
    expect(sent.map((message) => String.fromCharCode(message[0] ?? 0))).toEqual(['P', 'S']);
    expect([[1, null], { a: 1 }, true, undefined].map(prepareValue)).toEqual(['{"1",NULL}', '{"a":1}', 'true', null]);
  });
});
