import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No file or receipt is sent with a due day that has passed in India. Movements from before stay as they are. */
export class DueDaysLieAhead1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_past_due_day() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.due_on < india_today() THEN
          RAISE EXCEPTION 'the due day has passed' USING ERRCODE = 'check_violation', CONSTRAINT = 'due_day_lies_ahead';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER due_day_lies_ahead BEFORE INSERT ON movement
        FOR EACH ROW WHEN (NEW.due_on IS NOT NULL) EXECUTE FUNCTION refuse_past_due_day();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
