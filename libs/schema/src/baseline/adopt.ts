import { type DataSource, MigrationExecutor } from 'typeorm';
import { noteBaseline } from '../files/re-apply';
import { baselineCatalogue, baselineSchema } from '../files/baseline-schema';
import { catalogueOf } from './catalogue';
import { BASELINE_VERSION } from './known-migrations';

/** The database has run the migrations of the baseline, and has another schema. */
export class DifferentSchema extends Error {
  readonly version = BASELINE_VERSION;

  /** @param differences what is missing (`-`) and what is there instead (`+`). */
  constructor(readonly differences: readonly string[]) {
    super(`The schema is not that of its version:\n${differences.join('\n')}`);
    this.name = 'DifferentSchema';
  }
}

/**
 * Notes the baseline in an office of its version, which has come to the same schema by the migrations of before. Nothing else of it is
 * touched.
 * @throws DifferentSchema
 */
export async function adoptBaseline(owner: DataSource): Promise<void> {
  await owner.transaction(async (manager) => {
    const differences = differencesBetween(baselineCatalogue(), await catalogueOf(manager));
    if (differences.length > 0) throw new DifferentSchema(differences);
    const executor = new MigrationExecutor(owner, manager.queryRunner);
    const [baseline] = await executor.getPendingMigrations();
    if (baseline) await executor.insertMigration(baseline);
    await noteBaseline((sql) => manager.query(sql), baselineSchema());
  });
}

function differencesBetween(expected: readonly string[], found: readonly string[]): string[] {
  const [ofExpected, ofFound] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((line) => !ofFound.has(line)).map((line) => `- ${line}`),
    ...found.filter((line) => !ofExpected.has(line)).map((line) => `+ ${line}`),
  ];
}
