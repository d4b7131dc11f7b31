export { APPLICATION_RIGHTS, type Rights } from './application-rights';
export { RoleOutOfReach } from './application-role';
export { DifferentSchema } from './baseline/adopt';
export { LaterMigrations, migrationsLike, OlderSchema } from './baseline/known-migrations';
export {
  applicationDataSource,
  applicationOptions,
  OFFICE_POOL,
  ownerDataSource,
  type PoolOptions,
} from './data-source';
export { ENTITIES } from './entities';
export { schemaFiles, tableOwners } from './files/schema-files';
export { sealedTables } from './files/sealed-tables';
export { migrate, migrateAsFarAs, UnfitDatabase } from './migrate';
