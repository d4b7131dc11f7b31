import { type DataSource, MigrationExecutor } from 'typeorm';
import { adoptBaseline } from './baseline/adopt';
import { isOfTheBaseline, migrationsLike } from './baseline/known-migrations';
import { creationOf } from './files/creation';
import { noteObjects, reapplyObjects } from './files/re-apply';
import { schemaOfFiles } from './files/schema-files';
import type { SchemaText } from './files/schema-statements';

/**
 * Brings the office's tables, functions and triggers to this version. A new database is made of the files of the schema; an older
 * one comes there by migrations of its tables, and by making anew what differs of functions and triggers.
 * @throws OlderSchema, LaterMigrations, DifferentSchema
 */
export async function bringUpSchema(owner: DataSource): Promise<void> {
  const schema = schemaOfFiles();
  const ran = (await new MigrationExecutor(owner).getExecutedMigrations()).map(({ name }) => name);
  if (ran.length === 0) {
    await makeSchema(owner, schema);
    return;
  }
  migrationsLike(ran);
  if (!isOfTheBaseline(ran)) await adoptBaseline(owner);
  await owner.runMigrations();
  await reapplyObjects(owner, schema);
}

/** What the migrations do is in the files already: they are only noted. */
async function makeSchema(owner: DataSource, schema: SchemaText): Promise<void> {
  await owner.transaction(async (manager) => {
    await manager.query(creationOf(schema).join(';\n'));
    await noteObjects(manager, schema);
    const executor = new MigrationExecutor(owner, manager.queryRunner);
    executor.fake = true;
    await executor.executePendingMigrations();
  });
}
