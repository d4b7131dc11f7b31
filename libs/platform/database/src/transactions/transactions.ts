import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@patravali/errors';
import { DataSource } from 'typeorm';
import { databaseFailureOf, isAnswered, isCollision } from '../connections/database-failure';
import { Jobs } from '../jobs/jobs';
import { EntityStatements } from './entity-statements';
import { AnsweredBefore, keptAnswer, withIdempotency } from './idempotency';
import { ConcurrencyLimit } from './concurrency-limit';
import { EVENT_WRITER, type EventWriter } from './new-event';
import { holdingConnection } from './open-transaction';
import type { Principal } from './principal';
import { Statements } from './statements';
import { Transaction } from './transaction';

const MAX_ATTEMPTS = 4;
/** Of the pool's connections commands take no more than this: the rest is there for reading, whoever waits for whom. */
const COMMANDS_AT_ONCE = 8;
/** How many commands may wait for a lock at once, each with a connection in its hand. */
const WAITING_FOR_LOCKS = 3;
/** How long a command may wait for its turn. */
const PATIENCE_MS = 8_000;
/** After a loss at COMMIT: how long the database may be away until the person is told that the outcome is unknown. */
const ASK_FOR_OUTCOME_MS = 6_000;
const PAUSE_MS = 250;
const RETRY_AFTER_SECONDS = 5;

/** The only way for a command to the database: one transaction, one event, one effect per idempotency key. */
@Injectable()
export class Transactions {
  /** First attempts give a lock up soon. Those that met one come again in a lane of their own, so that nobody waits behind them. */
  private readonly first = new ConcurrencyLimit(COMMANDS_AT_ONCE);
  private readonly forLocks = new ConcurrencyLimit(WAITING_FOR_LOCKS);

  private readonly entities: EntityStatements;

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    @Inject(EVENT_WRITER) private readonly writeEvent: EventWriter,
  ) {
    this.entities = new EntityStatements(dataSource);
  }

  /**
   * Runs `work` in one transaction and answers what it answers. Repeats it when it collided with another transaction or
   * was lost at its COMMIT, so `work` has no effect outside the database that may not happen twice. It waits for nothing
   * but the database: typesetter, object store and mail refuse to be asked by it.
   * @throws Refusal `outcome-unknown` when nobody can say whether it was committed; whatever else is thrown, nothing has
   * changed.
   */
  async run<T extends object>(by: Principal, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    let locked = false;
    for (let attempt = 1; ; attempt++) {
      try {
        return await (locked ? this.forLocks : this.first).run(deadline, () => this.once(by, work, !locked));
      } catch (error) {
        if (error instanceof LostAtCommit) return await this.askForOutcome(by, work, error);
        const metALock: boolean = !locked && databaseFailureOf(error) === 'locked';
        locked ||= metALock;
        if (!metALock && (attempt >= MAX_ATTEMPTS || !isCollision(error))) throw error;
      }
    }
  }

  /**
   * What was answered to this request before; undefined if nothing was. Asked by whoever has long to work before his transaction,
   * which asks again: of two at once both may have worked.
   * @throws Refusal `idempotency-key-reused`.
   */
  async answeredBefore(by: Principal): Promise<unknown> {
    return await keptAnswer(this.dataSource, by);
  }

  private async once<T extends object>(
    by: Principal,
    work: (tx: Transaction) => Promise<T>,
    givesWay: boolean,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const statements = await Statements.begin(runner);
      return await holdingConnection(() => this.within(statements, by, (tx) => withIdempotency(tx, work, givesWay)));
    } finally {
      await runner.release();
    }
  }

  /** What the work has written last travels together with the COMMIT. */
  private async within<T>(statements: Statements, by: Principal, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      const answer = await work(new Transaction(statements, this.entities, by, this.jobs, this.writeEvent));
      await statements.commit();
      return answer;
    } catch (error) {
      await statements.rollback();
      if (error instanceof AnsweredBefore) return error.answer as T;
      throw statements.hasSentCommit && !isAnswered(error) ? new LostAtCommit(error) : error;
    }
  }

  /**
   * The lost transaction holds its key or has left it behind, or both are gone. So to claim the key again tells which: that
   * waits for the other to end, then finds its answer, or may do the work because it can never appear any more.
   */
  private async askForOutcome<T extends object>(
    by: Principal,
    work: (tx: Transaction) => Promise<T>,
    { cause }: LostAtCommit,
  ): Promise<T> {
    const deadline = Date.now() + ASK_FOR_OUTCOME_MS;
    while (by.idempotency && by.userId && Date.now() < deadline) {
      try {
        return await this.forLocks.run(deadline, () => this.once(by, work, false));
      } catch (error) {
        if (!leavesItOpen(error)) throw error;
        await sleep(PAUSE_MS);
      }
    }
    throw new Refusal('outcome-unknown', {}, { retryAfter: RETRY_AFTER_SECONDS, cause });
  }
}

/** The connection died over the COMMIT: before it took effect, or after. */
class LostAtCommit extends Error {
  constructor(cause: unknown) {
    super('lost at COMMIT', { cause });
    this.name = 'LostAtCommit';
  }
}

function leavesItOpen(error: unknown): boolean {
  const noTurn = error instanceof Refusal && error.code === 'office-busy';
  return noTurn || error instanceof LostAtCommit || databaseFailureOf(error) !== null;
}
