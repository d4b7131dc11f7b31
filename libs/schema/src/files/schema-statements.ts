import { createHash } from 'node:crypto';
import { statementsIn } from './statements-in';

export interface TableText {
  readonly name: string;
  readonly text: string;
}

/** A function or a trigger: what is made anew when its text changes. */
export interface ObjectText {
  readonly kind: 'function' | 'trigger';
  /** As SQL names it: `goes_up(levels smallint[])`, `note_is_final ON note`. */
  readonly name: string;
  /** What makes it, and what follows about its rights or when it fires. */
  readonly statements: readonly string[];
  readonly sha256: string;
}

/** What the files of the schema say. */
export interface SchemaText {
  readonly tables: readonly TableText[];
  readonly functions: readonly ObjectText[];
  readonly triggers: readonly ObjectText[];
  /** What needs its table: constraints between tables that name each other, indexes, first rows. */
  readonly additions: readonly string[];
}

const TABLE = /^CREATE TABLE (\w+)/;
const ADDITION = /^(?:CREATE (?:UNIQUE )?INDEX|ALTER TABLE \w+\s+ADD|INSERT INTO) /;
const FUNCTION = /^CREATE FUNCTION (\w+\([^)]*\))/;
const OF_FUNCTION = /^REVOKE ALL ON FUNCTION (\w+\([^)]*\)) FROM PUBLIC$/;
const TRIGGER = /^CREATE (?:CONSTRAINT )?TRIGGER (\w+)\b[\s\S]*?\bON (\w+)/;
const OF_TRIGGER = /^ALTER TABLE (\w+) ENABLE ALWAYS TRIGGER (\w+)$/;

/** @throws Error for a statement that has no place in these files. */
export function schemaStatements(sql: string): SchemaText {
  const tables: TableText[] = [];
  const additions: string[] = [];
  const functions = new Map<string, string[]>();
  const triggers = new Map<string, string[]>();
  for (const text of statementsIn(sql)) {
    let found: RegExpExecArray | null;
    if ((found = TABLE.exec(text))) tables.push({ name: found[1] ?? '', text });
    else if (ADDITION.test(text)) additions.push(text);
    else if ((found = FUNCTION.exec(text))) begin(functions, found[1] ?? '', text);
    else if ((found = OF_FUNCTION.exec(text))) goOn(functions, found[1] ?? '', text);
    else if ((found = TRIGGER.exec(text))) begin(triggers, `${found[1] ?? ''} ON ${found[2] ?? ''}`, text);
    else if ((found = OF_TRIGGER.exec(text))) goOn(triggers, `${found[2] ?? ''} ON ${found[1] ?? ''}`, text);
    else throw new Error(`This does not belong to a file of the schema: ${text}`);
  }
  return { tables, additions, functions: objectsOf('function', functions), triggers: objectsOf('trigger', triggers) };
}

function begin(objects: Map<string, string[]>, name: string, text: string): void {
  if (objects.has(name)) throw new Error(`${name} stands twice in the files of the schema`);
  objects.set(name, [text]);
}

function goOn(objects: Map<string, string[]>, name: string, text: string): void {
  const statements = objects.get(name);
  if (!statements) throw new Error(`What this is about is not made before it: ${text}`);
  statements.push(text);
}

function objectsOf(kind: ObjectText['kind'], objects: ReadonlyMap<string, readonly string[]>): ObjectText[] {
  return [...objects].map(([name, statements]) => ({
    kind,
    name,
    statements,
    sha256: createHash('sha256').update(statements.join(';\n')).digest('hex'),
  }));
}
