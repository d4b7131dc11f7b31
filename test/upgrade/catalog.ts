import type { Client } from 'pg';

/** The whole schema of the office in lines that can be compared: columns, constraints, indexes, triggers, functions, rights. */
export async function catalogOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    SELECT line FROM (
      SELECT format('%s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
          pg_get_expr(d.adbin, d.adrelid)) AS line
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      UNION ALL
      SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL
      SELECT format('%s %s', pg_get_triggerdef(t.oid), tgenabled) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal
      UNION ALL
      SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
      UNION ALL
      SELECT format('%s.%s %s to %s', table_name, column_name, privilege_type, grantee) FROM information_schema.role_column_grants
        WHERE table_schema = 'public' AND grantee = 'patravali_app'
    ) lines ORDER BY line COLLATE "C"`);
  return rows.map(({ line }) => line);
}
