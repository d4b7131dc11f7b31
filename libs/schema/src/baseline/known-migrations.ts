import { MIGRATIONS } from '../migrations';
import { Baseline1790000000219 as Baseline } from '../migrations/1790000000219-baseline';

/** The version that the baseline is of. An older office or backup goes through it first. */
export const BASELINE_VERSION = '0.2.0';
/** The last of the migrations of before the baseline: whatever has it has all of them. */
const LAST_BEFORE = 'ChecksOfTheRecordAreFound1790000000218';

/** The office, or the backup, is of a version from before the baseline. */
export class OlderSchema extends Error {
  readonly through = BASELINE_VERSION;

  constructor() {
    super(`This is older than version ${BASELINE_VERSION}, with which it must be opened first`);
    this.name = 'OlderSchema';
  }
}

/** A later version of the program has made the schema. */
export class LaterMigrations extends Error {
  constructor(readonly names: readonly string[]) {
    super(`This version does not know the migrations ${names.join(', ')}`);
    this.name = 'LaterMigrations';
  }
}

export const isOfTheBaseline = (ran: readonly string[]): boolean => ran.includes(Baseline.name);

/**
 * The migrations with which this version comes to the schema of those that ran elsewhere: the baseline in place of all before it.
 * @throws OlderSchema, LaterMigrations
 */
export function migrationsLike(ran: readonly string[]): (typeof MIGRATIONS)[number][] {
  const since = ran.filter((name) => timeOf(name) >= timeOf(Baseline.name));
  if (!isOfTheBaseline(ran) && !ran.includes(LAST_BEFORE)) throw new OlderSchema();
  const unknown = since.filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new LaterMigrations(unknown);
  return MIGRATIONS.filter((migration) => migration === Baseline || since.includes(migration.name));
}

function timeOf(name: string): number {
  return Number(name.slice(-13));
}
