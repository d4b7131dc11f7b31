import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An opinion is given with the signature of its author, so it no longer stands apart. A note of a part is still signed where it was written. */
export class OpinionsAreSigned1790000000188 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER notes_are_signed ON note;
      CREATE CONSTRAINT TRIGGER notes_are_signed AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.part_file_id IS NULL) EXECUTE FUNCTION refuse_unsigned_note();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
