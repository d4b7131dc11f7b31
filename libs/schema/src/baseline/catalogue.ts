import type { EntityManager } from 'typeorm';

/**
 * What there is in the database, a line each, in words that all versions of PostgreSQL share. Expressions are left out, which each
 * version writes in its own way.
 */
export async function catalogueOf(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ line: string }[]>(LINES);
  return rows.map(({ line }) => line);
}

const LINES = `
  WITH office AS (
    SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'
  )
  SELECT line FROM (
    SELECT format('column %s.%s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' not null' END) AS line
      FROM office c JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT format('constraint %s of %s (%s)', k.conname, c.relname, k.contype)
      FROM office c JOIN pg_constraint k ON k.conrelid = c.oid WHERE k.contype <> 'n'
    UNION ALL
    SELECT format('index %s of %s', i.indexrelid::regclass, c.relname) FROM office c JOIN pg_index i ON i.indrelid = c.oid
    UNION ALL
    SELECT format('trigger %s of %s (%s)', t.tgname, c.relname, t.tgenabled)
      FROM office c JOIN pg_trigger t ON t.tgrelid = c.oid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT format('function %s(%s) %s', p.proname, pg_get_function_identity_arguments(p.oid), md5(p.prosrc))
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ) lines ORDER BY line COLLATE "C"`;
