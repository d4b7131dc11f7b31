import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The office says of a post which units it audits; of none named, all. Which unit a file is of stands on its cover for good. It is
 * repeated where rules are asked, in custody and where files are found, and the database alone writes it there: a row with another
 * unit would show a file to an auditor who may not see it.
 */
export class AuditorsHaveUnits1790000000203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE post ADD COLUMN audited_unit_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT auditors_have_units CHECK (audited_unit_ids = '{}' OR 'auditor' = ANY (roles));

      ALTER TABLE file_custody ADD COLUMN unit_id uuid;
      ALTER TABLE file_search ADD COLUMN unit_id uuid;
      -- What waits for the end of the transaction would not let the tables be changed once more.
      SET CONSTRAINTS ALL IMMEDIATE;
      UPDATE file_custody c SET unit_id = f.unit_id FROM office_file f
        WHERE f.organisation_id = c.organisation_id AND f.id = c.file_id;
      -- Made anew when all rows are written: row by row it would take ten times as long.
      DO $$ DECLARE definition text := pg_get_indexdef('file_by_search'::regclass); BEGIN
        DROP INDEX file_by_search;
        UPDATE file_search s SET unit_id = f.unit_id FROM office_file f
          WHERE f.organisation_id = s.organisation_id AND f.id = s.file_id;
        EXECUTE definition;
      END $$;
      SET CONSTRAINTS ALL DEFERRED;
      ALTER TABLE file_custody ALTER COLUMN unit_id SET NOT NULL;
      ALTER TABLE file_search ALTER COLUMN unit_id SET NOT NULL;

      CREATE FUNCTION take_unit_of_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        NEW.unit_id := (SELECT f.unit_id FROM public.office_file f
          WHERE f.organisation_id = NEW.organisation_id AND f.id = NEW.file_id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER custody_is_of_a_unit BEFORE INSERT ON file_custody FOR EACH ROW EXECUTE FUNCTION take_unit_of_file();
      CREATE TRIGGER search_is_of_a_unit BEFORE INSERT ON file_search FOR EACH ROW EXECUTE FUNCTION take_unit_of_file();
      ALTER TABLE file_custody ENABLE ALWAYS TRIGGER custody_is_of_a_unit;
      ALTER TABLE file_search ENABLE ALWAYS TRIGGER search_is_of_a_unit;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
