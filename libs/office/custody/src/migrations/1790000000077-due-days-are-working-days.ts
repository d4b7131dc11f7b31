import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No file or receipt is sent with a due day on which the office does not work. Movements from before stay as they are, and
 * so does a day that is declared a holiday later.
 */
export class DueDaysAreWorkingDays1790000000077 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_due_day_of_rest() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT office_works_on(NEW.organisation_id, NEW.due_on) THEN
          RAISE EXCEPTION 'the office does not work on the due day' USING ERRCODE = 'check_violation', CONSTRAINT = 'due_day_is_a_working_day';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER due_day_is_a_working_day BEFORE INSERT ON movement
        FOR EACH ROW WHEN (NEW.due_on IS NOT NULL) EXECUTE FUNCTION refuse_due_day_of_rest();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
