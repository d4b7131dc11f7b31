export { applicationDataSource, applicationOptions, ownerDataSource, type PoolOptions } from './data-source';
export { ENTITIES } from './entities';
export { migrate, UnfitDatabase } from './migrate';
export { TABLE_OWNERS } from './table-owners';
