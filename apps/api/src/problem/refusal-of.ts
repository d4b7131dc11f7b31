import { HttpException } from '@nestjs/common';
import { type OperationEntry, OPERATIONS } from '@patravali/contract';
import { type DatabaseFailure, databaseFailureOf } from '@patravali/database';
import { Refusal, type RefusalCode } from '@patravali/errors';
import { isFull, StorageFull } from '@patravali/storage';
import { MAX_JSON_MIB } from '../http/adapter';

/** The disk of the database is full. */
const DATABASE_FULL = '53100';
/** A value from outside that is no day, number, id or text to the database: a made-up cursor, a NUL in a subject. */
const VALUE_UNFIT = ['22007', '22008', '22P02', '22003', '22021', '22P05'];
/** What a failure of the database that may pass is called. */
const FAILURES: Readonly<Record<DatabaseFailure, RefusalCode>> = {
  away: 'database-unavailable',
  locked: 'being-changed',
  overloaded: 'office-busy',
};
/** A leave began between the guard, which found nobody absent, and the act: asked again, the guard says so. */
const LEAVE_BEGAN_MEANWHILE = ['sender_is_not_on_leave', 'approver_is_not_on_leave'];
const RETRY_AFTER_SECONDS = 5;

/** What is said where a PDF is taken, or pictures, and no JSON. */
const NO_JSON = new Map<string | undefined, RefusalCode>(
  Object.values<OperationEntry>(OPERATIONS).flatMap(({ path, upload }) => {
    return upload ? [[`/api/v1${path}`, upload === 'application/pdf' ? 'not-pdf' : 'not-picture']] : [];
  }),
);

/**
 * The refusal that a failure amounts to; null for what nobody foresaw.
 * @param route as it is registered, where it is known.
 */
export function refusalOf(error: unknown, route?: string): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isFull(error) || sqlStateOf(error) === DATABASE_FULL) return new StorageFull(error);
  const failure = databaseFailureOf(error);
  if (failure) return new Refusal(FAILURES[failure], {}, { retryAfter: RETRY_AFTER_SECONDS, cause: error });
  if (LEAVE_BEGAN_MEANWHILE.includes(constraintOf(error) ?? '')) {
    return new Refusal('being-changed', {}, { retryAfter: RETRY_AFTER_SECONDS, cause: error });
  }
  if (isValueUnfit(error)) return new Refusal('malformed-request', {}, { cause: error });
  const found = codeOf(error);
  const code = found === 'not-json' ? (NO_JSON.get(route) ?? found) : found;
  return code ? new Refusal(code, paramsOf(code), { cause: error }) : null;
}

function paramsOf(code: RefusalCode): Record<string, number> {
  if (code === 'request-too-large') return { limitMiB: MAX_JSON_MIB };
  return code === 'not-picture' ? { page: 1 } : {};
}

function isValueUnfit(error: unknown): boolean {
  return VALUE_UNFIT.includes(sqlStateOf(error) ?? '');
}

function constraintOf(error: unknown): string | undefined {
  return (error as { driverError?: { constraint?: string } } | null)?.driverError?.constraint;
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
