import { gunzipSync } from 'node:zlib';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { creationOf } from '../files/creation';
import { NOTE_BASELINE } from '../files/re-apply';
import { baselineFile } from '../files/schema-files';
import { schemaStatements } from '../files/schema-statements';

/**
 * The schema of version 0.2.0, from which all later migrations go on. A new office is made of the files as they are now,
 * and one of that version has this schema already: both only note this migration. It runs when a backup is restored.
 */
export class Baseline1790000000219 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const schema = schemaStatements(gunzipSync(baselineFile('schema.sql.gz')).toString());
    await runner.query(creationOf(schema).join(';\n'));
    await runner.query(NOTE_BASELINE);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
