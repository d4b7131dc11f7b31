import type { DataSource, EntityManager } from 'typeorm';
import type { ObjectText, SchemaText } from './schema-statements';

/**
 * Every function and trigger bears the hash of its text as its comment: the note goes where the object goes, and with it.
 * Objects without such a note are not ours, and stay.
 */
const NOTE = 'patravali ';

interface Noted {
  readonly kind: ObjectText['kind'];
  /** As DROP and COMMENT ON name it. */
  readonly name: string;
  readonly note: string;
}

/**
 * Makes the functions and triggers of the database those of the files: what has another text is made anew, what no file
 * names any more goes; all of it or nothing.
 */
export async function reapplyObjects(owner: DataSource, schema: SchemaText): Promise<void> {
  const objects = [...schema.functions, ...schema.triggers];
  const wanted = new Set(objects.map(noteOf));
  await owner.transaction(async (manager) => {
    const noted = await notedObjects(manager);
    const has = new Set(noted.map(({ note }) => note));
    const differing = objects.filter((each) => !has.has(noteOf(each)));
    const isStale = ({ note }: Noted) => !wanted.has(note);
    await execute(manager, noted.filter((each) => each.kind === 'trigger' && isStale(each)).map(drop));
    await execute(manager, ['SET LOCAL check_function_bodies = off', ...differing.flatMap(anew)]);
    // A function that was replaced has a note of the files by now; what still has another one is gone from them.
    await execute(manager, (await notedObjects(manager)).filter(isStale).map(drop));
  });
}

/** Notes what has just been made of the files. */
export async function noteObjects(manager: EntityManager, { functions, triggers }: SchemaText): Promise<void> {
  await execute(manager, [...functions, ...triggers].map(noting));
}

/**
 * Notes what stands in the database as of the baseline. A trigger is made anew only if its text has changed since, because that
 * locks its table. Each function is replaced once: the migrations of before the baseline indented them otherwise.
 */
export async function noteBaseline(run: (sql: string) => Promise<unknown>, { triggers }: SchemaText): Promise<void> {
  await run([NOTE_FUNCTIONS, ...triggers.map(noting)].join(';\n'));
}

const NOTE_FUNCTIONS = `
  DO $$ DECLARE each regprocedure; BEGIN
    FOR each IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP
      EXECUTE format('COMMENT ON FUNCTION %s IS %L', each, '${NOTE}baseline');
    END LOOP;
  END $$`;

const noteOf = ({ sha256 }: ObjectText): string => NOTE + sha256;

const noting = (each: ObjectText): string => `COMMENT ON ${each.kind.toUpperCase()} ${each.name} IS '${noteOf(each)}'`;

const drop = ({ kind, name }: Noted): string => `DROP ${kind.toUpperCase()} ${name}`;

/** A function is replaced under the triggers and checks that call it; a constraint trigger cannot be replaced. */
function anew(each: ObjectText): string[] {
  const [making = '', ...more] = each.statements;
  return each.kind === 'function'
    ? [making.replace(/^CREATE/, 'CREATE OR REPLACE'), ...more, noting(each)]
    : [`DROP TRIGGER IF EXISTS ${each.name}`, making, ...more, noting(each)];
}

async function notedObjects(manager: EntityManager): Promise<Noted[]> {
  return await manager.query<Noted[]>(
    `SELECT 'function' AS kind, d.objoid::regprocedure::text AS name, d.description AS note
      FROM pg_description d WHERE d.classoid = 'pg_proc'::regclass AND starts_with(d.description, $1)
    UNION ALL
    SELECT 'trigger', format('%I ON %s', t.tgname, t.tgrelid::regclass), d.description
      FROM pg_description d JOIN pg_trigger t ON t.oid = d.objoid
      WHERE d.classoid = 'pg_trigger'::regclass AND starts_with(d.description, $1)`,
    [NOTE],
  );
}

async function execute(manager: EntityManager, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await manager.query(statements.join(';\n'));
}
