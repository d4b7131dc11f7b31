import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The built server that is measured: this checkout's, or that of another, to compare two versions in one run. */
export const CHECKOUT = process.env.BENCH_CHECKOUT ?? join(__dirname, '..', '..');
const DIST = join(CHECKOUT, 'dist');

const required = createRequire(__filename);
const { migrate, ownerDataSource, sealedTables } = required(
  join(DIST, 'libs/schema/src/index.js'),
) as typeof import('@patravali/schema');
const { ApiProcess } = required(
  join(DIST, 'apps/office/src/api-process.js'),
) as typeof import('../../apps/office/src/api-process');
const { CheckRecord, SealOldRows } = required(
  join(DIST, 'libs/office/audit/src/index.js'),
) as typeof import('@patravali/audit');
export { ApiProcess, CheckRecord, migrate, ownerDataSource, SealOldRows, sealedTables };
