import type { SqlRunner } from '../queries/select';
import { databaseFailureOf } from './database-failure';

/** What keeps the database from taking work, in a word that tells nobody a secret. */
export type DatabaseState = 'ready' | 'away' | 'locked' | 'overloaded' | 'full' | 'not-permitted' | 'failing';

const NO_ROOM = ['53100', '53200'];
const NOT_PERMITTED = ['42501', '42P01', '3F000'];

/** Anybody may ask how the office is: one of these writes in this time (milliseconds) is enough. */
const WRITTEN_IS_ENOUGH_FOR = 1000;

/**
 * Says how the database is, by writing as the office does, with its role and its connections: one that answers may still
 * take nothing. It writes one row, always the same.
 */
export class DatabaseProbe {
  private writtenAt = -Infinity;

  constructor(private readonly database: SqlRunner) {}

  async state(): Promise<DatabaseState> {
    const begun = performance.now();
    const written = begun - this.writtenAt < WRITTEN_IS_ENOUGH_FOR;
    try {
      await this.database.query(written ? 'SELECT 1' : 'UPDATE health_probe SET asked_at = clock_timestamp()');
      if (!written) this.writtenAt = begun;
      return 'ready';
    } catch (error) {
      this.writtenAt = -Infinity;
      return stateOf(error);
    }
  }
}

function stateOf(error: unknown): DatabaseState {
  const { code = '' } = (error as { driverError?: { code?: string } }).driverError ?? {};
  if (NO_ROOM.includes(code)) return 'full';
  if (NOT_PERMITTED.includes(code)) return 'not-permitted';
  return databaseFailureOf(error) ?? 'failing';
}
