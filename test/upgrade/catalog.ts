import type { Client } from 'pg';

/**
 * The whole schema of the office in lines that can be compared: tables with their columns in order and all that is set for them,
 * constraints, indexes, triggers, functions, rights, sequences and extensions.
 */
export async function catalogOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    WITH relation AS (
      SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i', 'S', 'v', 'm', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_class.oid AND d.deptype = 'e')
    ), function AS (
      SELECT * FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')
    )
    SELECT line FROM (
      SELECT concat_ws(' ', c.relname, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), a.attname,
          format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
          a.attstorage, a.attcompression, nullif(a.attstattarget, -1), a.attoptions, a.attcollation::regcollation) AS line
        FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid AND c.relkind = 'r'
          LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped
      UNION ALL
      SELECT concat_ws(' ', relkind, relname, reloptions, relpersistence, relreplident, relrowsecurity, relforcerowsecurity,
          ARRAY(SELECT right_of::text FROM unnest(relacl) right_of ORDER BY 1), pg_get_userbyid(relowner), obj_description(oid, 'pg_class'))
        FROM relation
      UNION ALL
      SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL
      SELECT concat_ws(' ', pg_get_triggerdef(t.oid), tgenabled, obj_description(t.oid, 'pg_trigger')) FROM pg_trigger t
        WHERE tgrelid IN (SELECT oid FROM relation) AND NOT tgisinternal
      UNION ALL
      SELECT concat_ws(' ', pg_get_functiondef(oid), proacl, pg_get_userbyid(proowner), obj_description(oid, 'pg_proc')) FROM function
      UNION ALL
      SELECT format('%s.%s %s to %s', table_name, column_name, privilege_type, grantee) FROM information_schema.role_column_grants
        WHERE table_schema = 'public' AND grantee = 'patravali_app'
      UNION ALL
      SELECT concat_ws(' ', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmax, seqcycle) FROM pg_sequence
        WHERE seqrelid IN (SELECT oid FROM relation)
      UNION ALL SELECT concat_ws(' ', extname, extnamespace::regnamespace) FROM pg_extension
      UNION ALL SELECT concat_ws(' ', defaclrole::regrole, defaclobjtype, defaclacl) FROM pg_default_acl
    ) lines ORDER BY line COLLATE "C"`);
  return rows.map(({ line }) => line);
}

/** These constraints alone were made anew: each lets in what this version has more of. */
const WIDENED = [
  'assistant_is_named',
  'assistants_do_not_confirm',
  'draft_version_capacity_check',
  'item_reading_capacity_check',
  'note_version_capacity_check',
  'pending_note_author_capacity_check',
  'post_roles_known',
  'receipt_document_id_not_null',
  'receipt_on_one_desk',
  'receipt_state_check',
  'tenure_kind_check',
  'event_encoding_check',
  'event_capacity_check',
  'number_head_basic_check',
  'number_head_primary_not_null',
  'number_head_secondary_not_null',
  'assistants_only_prepare',
  'document_active_check',
  'notice_subject_kind_check',
  'token_has_certificates',
];
/** The stems of subjects are kept in short: the table is written anew, with its indexes. */
const IN_SHORT = ['file_search', 'file_search_pkey', 'file_by_search', 'search_number_once'];
/** Indexes of custody and receipts in whose place those of `desk_entry` stand. */
const OF_DESKS = /^(inbox_.*|closed_by_post|parked_by_day|call_book_by_review|waiting_by_clock|receipt_inbox)$/;

/** Of what an office of 0.2.0 has: this version has made it anew. */
export const isMadeAnew = (name: string): boolean => [...WIDENED, ...IN_SHORT].includes(name) || OF_DESKS.test(name);
