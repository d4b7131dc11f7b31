import { Injectable, Logger } from '@nestjs/common';
import type { SecurityEventKind } from '@patravali/contract';
import { type SqlRunner } from '@patravali/database';
import { EntityManager } from 'typeorm';

/** What is to be remembered; the database adds when. Names and addresses stand here alone, never in the server's log. */
export interface NewSecurityEvent {
  readonly kind: SecurityEventKind;
  readonly organisationId?: string | undefined;
  readonly userId?: string | undefined;
  /** As it was typed, where nobody is known by it. */
  readonly username?: string | undefined;
  readonly address?: string | undefined;
  readonly postId?: string | undefined;
  readonly data?: object | undefined;
}

/** Written beside the work at most; more would let one who is refused in a loop take the office's connections. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 200;

/** The table of security events: written, never changed. */
@Injectable()
export class SecurityLog {
  private readonly logger = new Logger(SecurityLog.name);
  private readonly waiting: NewSecurityEvent[] = [];
  private writing = 0;

  constructor(private readonly database: EntityManager) {}

  /** Writes it with the work that it tells of, in one transaction: both happen or neither. */
  async within(tx: SqlRunner, event: NewSecurityEvent): Promise<void> {
    await insert(tx, event);
  }

  /** Writes it now. What could not be written is reported in the server's log, and the request goes on. */
  async record(event: NewSecurityEvent): Promise<void> {
    try {
      await insert(this.database, event);
    } catch (error) {
      this.logger.warn(`Not recorded: ${event.kind}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Writes it while the request goes on: a refusal must not wait for its record. */
  note(event: NewSecurityEvent): void {
    if (this.waiting.length >= MOST_WAITING) {
      this.logger.warn(`Not recorded: ${event.kind}: too many at once`);
      return;
    }
    this.waiting.push(event);
    if (this.writing < MOST_AT_ONCE) void this.write();
  }

  private async write(): Promise<void> {
    this.writing += 1;
    for (let event = this.waiting.shift(); event; event = this.waiting.shift()) await this.record(event);
    this.writing -= 1;
  }
}

async function insert(database: SqlRunner, event: NewSecurityEvent): Promise<void> {
  const { organisationId, kind, userId, username, address, postId, data } = event;
  await database.query(
    `INSERT INTO security_event (organisation_id, kind, user_id, username, address, post_id, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [organisationId ?? null, kind, userId ?? null, username ?? null, address ?? null, postId ?? null, data ?? {}],
  );
}
