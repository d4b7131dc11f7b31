import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a diary entry the application may correct what was read off the letter, until the letter is filed. Its number, its
 * scan and who diarised it never change.
 */
export class DiaryEntriesAreCorrected1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE ON receipt FROM patravali_app;
      GRANT UPDATE (subject, sender_name, sender_designation, sender_address, sender_email, letter_number, letter_date,
          received_on, delivery_mode, language, grading, urgency, enclosures, remarks,
          state, holder_post_id, sender_post_id, reader_post_ids, action, due_on, sent_remarks, since, opened_at, file_id,
          movements, version)
        ON receipt TO patravali_app;

      CREATE FUNCTION refuse_correction_of_filed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.subject, OLD.sender_name, OLD.sender_designation, OLD.sender_address, OLD.sender_email, OLD.letter_number,
            OLD.letter_date, OLD.received_on, OLD.delivery_mode, OLD.language, OLD.grading, OLD.urgency, OLD.enclosures, OLD.remarks)
          IS DISTINCT FROM
           (NEW.subject, NEW.sender_name, NEW.sender_designation, NEW.sender_address, NEW.sender_email, NEW.letter_number,
            NEW.letter_date, NEW.received_on, NEW.delivery_mode, NEW.language, NEW.grading, NEW.urgency, NEW.enclosures, NEW.remarks) THEN
          RAISE EXCEPTION 'the entry of a filed letter is final' USING ERRCODE = 'check_violation', CONSTRAINT = 'filed_entry_is_final';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER filed_entry_is_final BEFORE UPDATE ON receipt
        FOR EACH ROW WHEN (OLD.state = 'in_file') EXECUTE FUNCTION refuse_correction_of_filed();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
