import { Refusal } from '@patravali/errors';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { z } from 'zod';
import type { Jobs, Queue } from '../jobs/jobs';
import { type RowType, select } from '../queries/select';
import type { EntityStatements } from './entity-statements';
import type { EventFacts, EventWriter, NewEvent } from './new-event';
import type { Principal } from './principal';
import type { Statements } from './statements';

/**
 * One open transaction of one command. What reads answers when the database has answered; what writes is sent and not waited
 * for: if it fails, the next read or the commit fails with its error. Reads that do not need one another are asked together,
 * with `Promise.all`, and travel together.
 */
export class Transaction {
  private readonly events: NewEvent[] = [];
  private admission: Promise<void> = Promise.resolve();

  constructor(
    private readonly statements: Statements,
    private readonly entities: EntityStatements,
    readonly by: Principal,
    private readonly jobs: Jobs,
    private readonly writeEvent: EventWriter,
  ) {}

  /** Takes the row for this transaction (`FOR UPDATE`), in the actor's organisation; absent is "not found". */
  async lock<T extends ObjectLiteral & { organisationId: string }>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
  ): Promise<T> {
    const row = await this.one(entity, where, true);
    if (!row) throw new Refusal('not-found');
    return row;
  }

  /** Reads one row of the actor's organisation without a lock; null when it is not there. */
  async find<T extends ObjectLiteral & { organisationId: string }>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
  ): Promise<T | null> {
    return await this.one(entity, where, false);
  }

  insert<T extends ObjectLiteral>(entity: EntityTarget<T>, row: QueryDeepPartialEntity<T>): Promise<void> {
    const { sql, values } = this.entities.insert(entity, row);
    return this.execute(sql, values);
  }

  /** Changes exactly one row, which the command has locked. */
  update<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
    change: QueryDeepPartialEntity<T>,
  ): Promise<void> {
    const { sql, values } = this.entities.update(entity, where, change);
    return this.execute(sql, values);
  }

  /** Hand-written SQL whose rows are wanted: see `select`. */
  async select<Row extends RowType>(row: Row, sql: string, values: unknown[] = []): Promise<z.output<Row>[]> {
    return await select(this, row, sql, values);
  }

  /** For `select`: what the driver answers, of no known shape. */
  async query(sql: string, values: unknown[] = []): Promise<unknown[]> {
    const [rows] = await Promise.all([this.statements.ask(sql, values), this.admission]);
    return rows;
  }

  /** Hand-written SQL whose rows nobody needs. */
  execute(sql: string, values: unknown[] = []): Promise<void> {
    this.statements.tell(sql, values);
    return Promise.resolve();
  }

  /**
   * This command's event, written once the command is done: it seals all that the command has written. Exactly one: a second is
   * a programming error, as is none.
   * @param name begins with what it happened to, or with what of a file
   */
  record(name: NewEvent['name'], subjectId: string, facts: EventFacts = {}): Promise<void> {
    this.events.push({ ...facts, name, subjectId });
    return Promise.resolve();
  }

  /**
   * One of many acts that a command does together or not at all, as of each line of a list: it has an event of its own, which seals what it
   * has written. One that records nothing has changed nothing. The event of the command comes last.
   */
  async act<T>(work: () => Promise<T>): Promise<T> {
    try {
      const done = await work();
      const [event, ...others] = this.events;
      if (others.length > 0) throw new Error(`An act recorded ${this.events.length} events instead of one`);
      if (event) await this.writeEvent(this, this.by, event, true);
      return done;
    } finally {
      this.events.length = 0;
    }
  }

  /** A job that exists exactly if this transaction commits. */
  async enqueue<Data extends object>(queue: Queue<Data>, data: Data): Promise<void> {
    await this.jobs.enqueue(this, queue, data);
  }

  /** From now on nothing is answered before this is. If it is rejected, so is whatever the command waits for. */
  admitAfter(admission: Promise<void>): void {
    this.admission = admission;
    admission.catch(() => undefined);
  }

  /** Passes the command's answer on if it was admitted, and writes the event of what it did. */
  async recorded<T>(answer: T): Promise<T> {
    await this.admission;
    const [event, ...others] = this.events;
    if (!event || others.length > 0) throw new Error(`A command recorded ${this.events.length} events instead of one`);
    await this.writeEvent(this, this.by, event);
    return answer;
  }

  private async one<T extends ObjectLiteral & { organisationId: string }>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
    lock: boolean,
  ): Promise<T | null> {
    const wanted = { ...where, organisationId: this.by.organisationId };
    const { sql, values } = this.entities.find(entity, wanted, lock);
    const [row] = await this.query(sql, values);
    return row ? this.entities.read(entity, row as Record<string, unknown>) : null;
  }
}
