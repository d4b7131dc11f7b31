import type { MigrationInterface, QueryRunner } from 'typeorm';
import { baselineSchema } from '../files/baseline-schema';
import { creationOf } from '../files/creation';
import { noteBaseline } from '../files/re-apply';

/**
 * The schema of version 0.2.0, from which all later migrations go on. A new office is made of the files as they are now,
 * and one of that version has this schema already: both only note this migration. It runs when a backup is restored.
 */
export class Baseline1790000000219 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const schema = baselineSchema();
    await runner.query(creationOf(schema).join(';\n'));
    await noteBaseline((sql) => runner.query(sql), schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only'));
  }
}
