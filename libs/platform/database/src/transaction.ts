import type { Principal } from '@patravali/authorization';
import { Refusal } from '@patravali/errors';
import { type NewEvent, recordEvent } from '@patravali/ledger';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Jobs, Queue } from './jobs';

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

  /** Hand-written SQL; answers the rows. An UPDATE or DELETE answers rows only with RETURNING. */
  async query<R = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<R[]> {
    const answer = await this.manager.query<R[] | [R[], number]>(sql, values);
    return isChangeAnswer<R>(answer) ? answer[0] : answer;
  }

  /** Writes this command's event. Exactly one: a second is a programming error, as is none. */
  async record(event: NewEvent): Promise<void> {
    this.events += 1;
    await recordEvent(this.manager, this.by, event);
  }

  /** A job that exists exactly if this transaction commits. */
  async enqueue(queue: Queue, data: object): Promise<void> {
    await this.jobs.enqueue(this.manager, queue, data);
  }

  /** Passes the command's answer on if it recorded what it did. */
  recorded<T>(answer: T): T {
    if (this.events !== 1) throw new Error(`A command recorded ${this.events} events instead of one`);
    return answer;
  }
}

/** TypeORM answers UPDATE and DELETE as `[rows, affected]`. */
function isChangeAnswer<R>(answer: R[] | [R[], number]): answer is [R[], number] {
  return answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
}
