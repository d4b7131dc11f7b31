export { applicationDataSource, ownerDataSource, type PoolOptions } from './data-source';
export { ENTITIES } from './entities';
export { migrate, UnfitDatabase } from './migrate';
