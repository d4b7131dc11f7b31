import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each movement of a file says how many notes then stood on the sheet, so that a return has its place there, and what the
 * note decided that it froze; custody says it of the last one. The movements made before learn it from their events.
 */
export class MovementsTellOfNotes1790000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE movement ADD COLUMN notes integer, ADD COLUMN decision text;
      ALTER TABLE file_custody ADD COLUMN decision text, ADD COLUMN returned boolean NOT NULL DEFAULT false;

      ALTER TABLE movement DISABLE TRIGGER movement_is_final;
      WITH frozen AS (
        SELECT e.organisation_id, e.subject_id AS file_id, (e.data ->> 'movement')::integer AS sequence, n.number, n.decision
        FROM event e JOIN note n ON n.organisation_id = e.organisation_id AND n.file_id = e.subject_id
          AND n.number = (e.data ->> 'note')::integer
        WHERE e.subject_kind = 'file' AND e.name IN ('file.forwarded', 'file.returned', 'file.closed')
      ), told AS (
        SELECT m.id, f.decision,
          COALESCE(max(f.number) OVER (PARTITION BY m.organisation_id, m.file_id ORDER BY m.sequence), 0) AS notes
        FROM movement m LEFT JOIN frozen f USING (organisation_id, file_id, sequence) WHERE m.file_id IS NOT NULL
      )
      UPDATE movement m SET notes = told.notes, decision = told.decision FROM told WHERE told.id = m.id;
      ALTER TABLE movement ENABLE TRIGGER movement_is_final;

      UPDATE file_custody c SET decision = m.decision, returned = m.kind = 'returned'
      FROM (SELECT DISTINCT ON (organisation_id, file_id, to_post_id) * FROM movement
            WHERE file_id IS NOT NULL AND kind IN ('forwarded', 'returned', 'reopened')
            ORDER BY organisation_id, file_id, to_post_id, sequence DESC) m
      WHERE m.organisation_id = c.organisation_id AND m.file_id = c.file_id AND m.to_post_id = c.holder_post_id;

      ALTER TABLE movement
        ADD CONSTRAINT movement_of_file_counts_notes CHECK ((file_id IS NULL) = (notes IS NULL)),
        ADD CONSTRAINT movement_decision_check CHECK (decision IN ('approved', 'not_approved')),
        ADD CONSTRAINT receipt_is_not_decided CHECK (decision IS NULL OR file_id IS NOT NULL);
      ALTER TABLE file_custody
        ADD CONSTRAINT file_custody_decision_check CHECK (decision IN ('approved', 'not_approved')),
        ADD CONSTRAINT closed_came_from_nowhere CHECK (state = 'on_desk' OR (decision IS NULL AND NOT returned));
      CREATE INDEX movement_by_note ON movement (organisation_id, file_id, notes, sequence) WHERE file_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
