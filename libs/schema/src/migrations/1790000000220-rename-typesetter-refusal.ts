import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a PDF or a redacted copy could not be made is kept as the code of a refusal; that of the typesetter had another name. */
export class RenameTypesetterRefusal1790000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['asked_pdf', 'redaction']) {
      await runner.query(
        `UPDATE ${table} SET failure = jsonb_set(failure, '{code}', '"typesetter-unavailable"')
         WHERE failure ->> 'code' = 'press-unavailable'`,
      );
    }
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
