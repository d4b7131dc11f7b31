export { embeddedPostgres, packagedPostgres, type PostgresBinaries, type PostgresMajor } from './binaries';
export { PostgresCluster } from './cluster';
export { createOfficeDatabase, OWNER } from './office-database';
