import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A personal assistant has PDFs made of what he may read, and takes up a note that was set aside. */
export class WhatAssistantsRecord1790000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event DROP CONSTRAINT assistants_only_prepare;
      ALTER TABLE event ADD CONSTRAINT assistants_only_prepare
        CHECK (capacity <> 'assistant' OR name IN ('file.opened', 'note.added', 'note.changed', 'note.discarded', 'note.taken_up',
          'draft.created', 'draft.changed', 'file.pdf_asked', 'file.pdf_cancelled', 'readings.recorded')) NOT VALID;
      ALTER TABLE event VALIDATE CONSTRAINT assistants_only_prepare`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
