import { HttpException } from '@nestjs/common';
import { Refusal, type RefusalCode } from '@patravali/errors';
import { isFull, StorageFull } from '@patravali/storage';
import { MAX_JSON_MIB } from '../http/adapter';

/** SQLSTATE classes that say the database is away or shutting down, not that we asked wrongly. */
const DATABASE_AWAY = /^(08|57P|53)/;
/** The disk of the database is full. */
const DATABASE_FULL = '53100';
/** A value from outside that is no day, number, id or text to the database: a made-up cursor, a NUL in a subject. */
const VALUE_UNFIT = ['22007', '22008', '22P02', '22003', '22021', '22P05'];
const NETWORK_AWAY = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'];
const POOL_TIMEOUT = /timeout exceeded when trying to connect|Connection terminated/i;
/** What TypeORM says of the next statement when the connection died between two of one transaction. */
const CONNECTION_LOST = ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'];
const RETRY_AFTER_SECONDS = 5;

/** The refusal that a failure amounts to; null for what nobody foresaw. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isFull(error) || sqlStateOf(error) === DATABASE_FULL) return new StorageFull(error);
  if (isDatabaseAway(error)) {
    return new Refusal('database-unavailable', {}, { retryAfter: RETRY_AFTER_SECONDS, cause: error });
  }
  if (isValueUnfit(error)) return new Refusal('malformed-request', {}, { cause: error });
  const code = codeOf(error);
  const params = code === 'request-too-large' ? { limitMiB: MAX_JSON_MIB } : {};
  return code ? new Refusal(code, params, { cause: error }) : null;
}

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const driver = 'driverError' in error ? (error.driverError as Error & { code?: string }) : undefined;
  const code = driver?.code ?? (error as { code?: string }).code ?? '';
  const refusedConnection = 'severity' in error || 'syscall' in error;
  const fromDatabase = driver !== undefined || error.name === 'QueryFailedError' || refusedConnection;
  return (
    CONNECTION_LOST.includes(error.name) ||
    POOL_TIMEOUT.test(error.message) ||
    (fromDatabase && (DATABASE_AWAY.test(code) || NETWORK_AWAY.includes(code))) ||
    (driver !== undefined && POOL_TIMEOUT.test(driver.message))
  );
}

function isValueUnfit(error: unknown): boolean {
  return VALUE_UNFIT.includes(sqlStateOf(error) ?? '');
}

function sqlStateOf(error: unknown): string | undefined {
  return (error as { driverError?: { code?: string } } | null)?.driverError?.code;
}

/** What the web framework itself refuses, before any of our code has run. */
function codeOf(error: unknown): RefusalCode | null {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  switch (status) {
    case 400:
      return 'malformed-request';
    case 403:
    case 404:
      return 'not-found';
    case 413:
      return 'request-too-large';
    case 415:
      return 'not-json';
    case 429:
      return 'too-many-requests';
    default:
      return null;
  }
}
