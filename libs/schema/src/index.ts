export { APPLICATION_RIGHTS, type Rights } from './application-rights';
export { RoleOutOfReach } from './application-role';
export {
  applicationDataSource,
  applicationOptions,
  OFFICE_POOL,
  ownerDataSource,
  type PoolOptions,
} from './data-source';
export { ENTITIES } from './entities';
export { LaterMigrations, migrate, migrateAsFarAs, UnfitDatabase } from './migrate';
export { TABLE_OWNERS } from './table-owners';
