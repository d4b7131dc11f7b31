import { QueryFailedError } from 'typeorm';
import { isOutOfDate } from '../driver';

/**
 * What it means that the database did not do as asked. `away`: it does not answer, or takes no work just now. `locked`:
 * somebody else holds what is wanted. `overloaded`: it had no time or no place left. All of them may pass; nothing of the
 * transaction was kept, unless it failed at its COMMIT.
 */
export type DatabaseFailure = 'away' | 'locked' | 'overloaded';

/** Serialization failure, deadlock: the same work may well succeed at once. */
const COLLISIONS = ['40001', '40P01'];
/** The same request was done meanwhile by a process of an older version, which holds its key otherwise. */
const ANSWERED_MEANWHILE = 'idempotency_key_pkey';
const LOCK_NOT_AVAILABLE = '55P03';
/** Statement timeout, too many connections. */
const OVERLOADED = ['57014', '53300', ...COLLISIONS];
/** Connection lost or refused, shutting down, no room, an error of the disk, read-only after a failover. */
const AWAY = /^(08...|57P..|53...|58030|25006)$/;
const ENDED = ['FATAL', 'PANIC'];
const NETWORK_AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/;
const ON_THE_NETWORK = ['connect', 'read', 'write', 'getaddrinfo'];
const CONNECTION_LOST = /timeout exceeded when trying to connect|Connection terminated|connection fell silent/i;
/** What TypeORM says of the next statement when the connection died between two of one transaction. */
const RELEASED = ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'];

interface DriverError extends Error {
  /** SQLSTATE, or the name of a network error. */
  readonly code?: string;
  readonly severity?: string;
  readonly syscall?: string;
  readonly constraint?: string;
}

/** Null for what the database refuses for good, and for what does not come from it. */
export function databaseFailureOf(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  const driver = driverErrorOf(error);
  const { code = '', severity, syscall } = driver;
  if (RELEASED.includes(error.name) || CONNECTION_LOST.test(driver.message)) return 'away';
  if (severity === undefined) return NETWORK_AWAY.test(code) && ON_THE_NETWORK.includes(syscall ?? '') ? 'away' : null;
  if (code === LOCK_NOT_AVAILABLE) return 'locked';
  if (OVERLOADED.includes(code)) return 'overloaded';
  // Whatever ends the session is about the connection and not about the statement, whichever code it bears.
  return ENDED.includes(severity) || AWAY.test(code) ? 'away' : null;
}

/** Whether the same work may be done again at once: it met another transaction, or a remembered plan was out of date. */
export function isCollision(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driver = driverErrorOf(error);
  return COLLISIONS.includes(driver.code ?? '') || driver.constraint === ANSWERED_MEANWHILE || isOutOfDate(driver);
}

/** Whether the database itself answered that the statement failed; otherwise the connection was lost over it. */
export function isAnswered(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return driverErrorOf(error).severity !== undefined && databaseFailureOf(error) !== 'away';
}

function driverErrorOf(error: Error): DriverError {
  return error instanceof QueryFailedError ? (error.driverError as DriverError) : error;
}
