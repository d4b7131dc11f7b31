import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter may say by when a reply is asked for; a letter that comes in answers one that went out from the same file. */
export class RepliesAreAwaited1790000000148 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issue ADD COLUMN reply_by date;
      CREATE INDEX issue_awaiting_reply ON issue (organisation_id, file_id, reply_by) WHERE reply_by IS NOT NULL AND state = 'issued';

      ALTER TABLE correspondence
        ADD COLUMN answers_issue_id uuid,
        ADD CONSTRAINT what_came_answers CHECK (answers_issue_id IS NULL OR kind = 'received'),
        ADD CONSTRAINT correspondence_answers FOREIGN KEY (organisation_id, answers_issue_id) REFERENCES issue (organisation_id, id);
      CREATE INDEX answer_to_issue ON correspondence (organisation_id, answers_issue_id) WHERE answers_issue_id IS NOT NULL;

      CREATE FUNCTION refuse_answer_to_other_file() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.correspondence k WHERE k.organisation_id = NEW.organisation_id AND k.issue_id = NEW.answers_issue_id
            AND k.file_id IN (SELECT public.volumes_of(NEW.organisation_id, NEW.file_id))) THEN
          RAISE EXCEPTION 'a letter answers what went out from its file' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_own_letter';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER answers_own_letter BEFORE INSERT ON correspondence
        FOR EACH ROW WHEN (NEW.answers_issue_id IS NOT NULL) EXECUTE FUNCTION refuse_answer_to_other_file();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
