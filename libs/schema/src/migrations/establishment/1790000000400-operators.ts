import type { MigrationInterface, QueryRunner } from 'typeorm';

const CAPACITIES = `IN ('regular', 'additional', 'link', 'assistant', 'operator')`;

/** An operator whom a contractor sends prepares under a named clerk until his contract ends. */
export class Operators1790000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenure DROP CONSTRAINT tenure_kind_check,
        ADD CONSTRAINT tenure_kind_check CHECK (kind ${CAPACITIES}),
        ADD COLUMN under_user_id uuid,
        ADD CONSTRAINT operator_is_under_clerk CHECK ((kind = 'operator') = (under_user_id IS NOT NULL)),
        ADD CONSTRAINT operator_has_contract
          CHECK (kind <> 'operator' OR (until_on IS NOT NULL AND order_reference IS NOT NULL)),
        ADD CONSTRAINT tenure_under FOREIGN KEY (organisation_id, under_user_id)
          REFERENCES office_user (organisation_id, id);
      ALTER TABLE event DROP CONSTRAINT event_capacity_check, DROP CONSTRAINT assistants_only_prepare,
        ADD CONSTRAINT event_capacity_check CHECK (capacity ${CAPACITIES}) NOT VALID,
        ADD CONSTRAINT assistants_only_prepare
          CHECK (capacity NOT IN ('assistant', 'operator') OR name IN ('file.opened', 'note.added', 'note.changed',
            'note.discarded', 'note.taken_up', 'draft.created', 'draft.changed', 'file.pdf_asked', 'file.pdf_cancelled',
            'readings.recorded')) NOT VALID;
      ALTER TABLE event VALIDATE CONSTRAINT event_capacity_check;
      ALTER TABLE event VALIDATE CONSTRAINT assistants_only_prepare;
      ALTER TABLE item_reading DROP CONSTRAINT item_reading_capacity_check,
        ADD CONSTRAINT item_reading_capacity_check CHECK (capacity ${CAPACITIES});
      ALTER TABLE pending_note DROP CONSTRAINT pending_note_author_capacity_check,
        DROP CONSTRAINT assistants_do_not_confirm, DROP CONSTRAINT assistant_is_named,
        ADD CONSTRAINT pending_note_author_capacity_check CHECK (author_capacity ${CAPACITIES}),
        ADD CONSTRAINT assistants_do_not_confirm
          CHECK (colour = 'yellow' OR author_capacity NOT IN ('assistant', 'operator')),
        ADD CONSTRAINT assistant_is_named CHECK (author_capacity NOT IN ('assistant', 'operator')
          OR prepared_by_user_id IS NOT DISTINCT FROM author_user_id);
      ALTER TABLE note_version DROP CONSTRAINT note_version_capacity_check,
        ADD CONSTRAINT note_version_capacity_check CHECK (capacity ${CAPACITIES});
      ALTER TABLE draft_version DROP CONSTRAINT draft_version_capacity_check,
        ADD CONSTRAINT draft_version_capacity_check CHECK (capacity ${CAPACITIES})`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
