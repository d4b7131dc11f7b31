import type { Principal } from '@patravali/authorization';
import { Refusal } from '@patravali/errors';
import { type NewEvent, recordEvent } from '@patravali/ledger';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { z } from 'zod';
import type { Jobs, Queue } from './jobs';
import { type RowType, select } from './select';

/** One open transaction of one command. */
export class Transaction {
  private events = 0;

  constructor(
    private readonly manager: EntityManager,
    readonly by: Principal,
    private readonly jobs: Jobs,
  ) {}

  /** Takes the row for this transaction (`FOR UPDATE`), in the actor's organisation; absent is "not found". */
  async lock<T extends ObjectLiteral & { organisationId: string }>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
  ): Promise<T> {
    const row = await this.manager.findOne(entity, {
      where: { ...where, organisationId: this.by.organisationId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw new Refusal('not-found');
    return row;
  }

  /** Reads one row of the actor's organisation without a lock; null when it is not there. */
  async find<T extends ObjectLiteral & { organisationId: string }>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
  ): Promise<T | null> {
    return await this.manager.findOneBy(entity, { ...where, organisationId: this.by.organisationId });
  }

  async insert<T extends ObjectLiteral>(entity: EntityTarget<T>, row: QueryDeepPartialEntity<T>): Promise<void> {
    await this.manager.insert(entity, row);
  }

  /** Changes exactly one row, which the command has locked. */
  async update<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
    change: QueryDeepPartialEntity<T>,
  ): Promise<void> {
    const { affected } = await this.manager.update(entity, where, change);
    if (affected !== 1) throw new Error(`An update changed ${affected ?? 0} rows instead of one`);
  }

  /** Hand-written SQL whose rows are wanted: see `select`. */
  async select<Row extends RowType>(row: Row, sql: string, values: unknown[] = []): Promise<z.output<Row>[]> {
    return await select(this, row, sql, values);
  }

  /** For `select`: what the driver answers, of no known shape. */
  query(sql: string, values: unknown[] = []): Promise<unknown> {
    return this.manager.query(sql, values);
  }

  /** Hand-written SQL whose rows nobody needs. */
  async execute(sql: string, values: unknown[] = []): Promise<void> {
    await this.query(sql, values);
  }

  /** Writes this command's event. Exactly one: a second is a programming error, as is none. */
  async record(event: NewEvent): Promise<void> {
    this.events += 1;
    await recordEvent(this.manager, this.by, event);
  }

  /** A job that exists exactly if this transaction commits. */
  async enqueue<Data extends object>(queue: Queue<Data>, data: Data): Promise<void> {
    await this.jobs.enqueue(this.manager, queue, data);
  }

  /** Passes the command's answer on if it recorded what it did. */
  recorded<T>(answer: T): T {
    if (this.events !== 1) throw new Error(`A command recorded ${this.events} events instead of one`);
    return answer;
  }
}
