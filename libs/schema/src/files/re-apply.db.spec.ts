import { ownerDataSource } from '@patravali/schema';
import type { DataSource } from 'typeorm';
import { useOwner } from '../../../../test/support/database/owner';
import { reapplyObjects } from './re-apply';
import { schemaOfFiles } from './schema-files';
import { schemaStatements } from './schema-statements';

const database = useOwner();
let owner: DataSource;
beforeAll(async () => {
  owner = await ownerDataSource(database().database.ownerUrl).initialize();
});
afterAll(() => owner.destroy());

const OFFICE = schemaOfFiles();

/** The files of the office with some more. */
function officeWith(sql: string) {
  const { functions, triggers } = schemaStatements(sql);
  return { ...OFFICE, functions: [...OFFICE.functions, ...functions], triggers: [...OFFICE.triggers, ...triggers] };
}

/** Every function and trigger: which it is, and the transaction that wrote it. */
const objects = async () =>
  Object.fromEntries(
    (
      await database().client.query<{ name: string; written: string }>(`
        SELECT p.oid::regprocedure::text AS name, format('%s %s', p.oid, p.xmin) AS written FROM pg_proc p
          WHERE p.pronamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        UNION ALL
        SELECT t.tgname, format('%s %s %s', t.oid, t.xmin, t.tgenabled) FROM pg_trigger t WHERE NOT t.tgisinternal`)
    ).rows.map(({ name, written }) => [name, written]),
  );
const answer = async (call: string) =>
  (await database().client.query<{ answer: unknown }>(`SELECT ${call} AS answer`)).rows[0]?.answer;

const greeting = (word: string) =>
  `CREATE FUNCTION greeting(name text) RETURNS text LANGUAGE sql AS $$ SELECT '${word} ' || name $$;`;
const refusal = (kind: 'TRIGGER' | 'CONSTRAINT TRIGGER', when: string) => `
  CREATE FUNCTION refuse_unit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
  CREATE ${kind} no_unit ${when} ON unit FOR EACH ROW EXECUTE FUNCTION refuse_unit();`;

describe('functions and triggers that are re-applied', () => {
  it('stay as they are when the files are those of before', async () => {
    const before = await objects();
    await reapplyObjects(owner, OFFICE);
    expect(await objects()).toEqual(before);
    expect(Object.keys(before).length).toBe(OFFICE.functions.length + OFFICE.triggers.length);
  });

  it('are replaced when their text changed, and nothing else is', async () => {
    const before = await objects();
    await reapplyObjects(owner, officeWith(greeting('नमस्ते')));
    expect(await answer(`greeting('a')`)).toBe('नमस्ते a');
    await reapplyObjects(owner, officeWith(greeting('प्रणाम')));
    expect(await answer(`greeting('a')`)).toBe('प्रणाम a');
    await reapplyObjects(owner, OFFICE);
    expect(await objects()).toEqual(before);
  });

  it('are made with their triggers, changed in kind, and go when no file names them any more', async () => {
    const before = await objects();
    await reapplyObjects(owner, officeWith(refusal('TRIGGER', 'BEFORE DELETE')));
    expect(await objects()).toMatchObject({ no_unit: expect.stringMatching(/ O$/) as string });
    const always = `${refusal('CONSTRAINT TRIGGER', 'AFTER DELETE')} ALTER TABLE unit ENABLE ALWAYS TRIGGER no_unit;`;
    await reapplyObjects(owner, officeWith(always));
    expect(await objects()).toMatchObject({ no_unit: expect.stringMatching(/ A$/) as string });
    await reapplyObjects(owner, OFFICE);
    expect(await objects()).toEqual(before);
  });

  it('leave alone what somebody made by hand', async () => {
    await database().client.query(
      `${greeting('by hand')} COMMENT ON FUNCTION greeting(text) IS 'Of the administrator'`,
    );
    await reapplyObjects(owner, OFFICE);
    expect(await answer(`greeting('a')`)).toBe('by hand a');
    await database().client.query('DROP FUNCTION greeting(text)');
  });

  it('are all as before when one of them cannot be made', async () => {
    const before = await objects();
    const unfit = `${greeting('x')} CREATE FUNCTION goes_down(levels nothing[]) RETURNS text LANGUAGE sql AS $$ SELECT 1 $$;`;
    await expect(reapplyObjects(owner, officeWith(unfit))).rejects.toThrow('nothing[]');
    expect(await objects()).toEqual(before);
  });

  it('are right where PostgreSQL looks at them, in whichever order they were made', async () => {
    await database().client.query('BEGIN');
    for (const { statements } of OFFICE.functions) {
      await database().client.query(statements[0]?.replace(/^CREATE/, 'CREATE OR REPLACE') ?? '');
    }
    await database().client.query('ROLLBACK');
  });
});
