import { QueryFailedError, QueryRunnerAlreadyReleasedError, type QueryRunner } from 'typeorm';
import { type Answered, forgetPlans, isOutOfDate, type WatchedClient } from '../driver';

/**
 * The statements of one transaction, on the connection that it holds. Those that are asked without waiting leave together, and
 * are answered in their turn. The first that fails is the failure of the transaction: the database does none after it,
 * and whoever waits for one of those is told of the first.
 */
export class Statements {
  private failure: Error | undefined;
  private isCommitting = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: WatchedClient,
  ) {}

  /** Holds the connection of the runner; the transaction begins with what is asked first. */
  static async begin(runner: QueryRunner): Promise<Statements> {
    const statements = new Statements(runner, (await runner.connect()) as WatchedClient);
    statements.tell('BEGIN', []);
    return statements;
  }

  /** Sends a statement; its rows come with the promise. */
  ask(sql: string, values: readonly unknown[]): Promise<unknown[]> {
    return this.send(sql, values).then(({ rows }) => rows);
  }

  /** Sends a statement whose rows nobody wants. If it fails, so does whatever is asked for after it, and the commit. */
  tell(sql: string, values: readonly unknown[]): void {
    this.send(sql, values).catch(() => undefined);
  }

  /**
   * Sends the COMMIT behind what is still under way. After a failure the database takes it for a ROLLBACK.
   * @throws the failure of the transaction.
   */
  async commit(): Promise<void> {
    if (this.failure) throw this.failure;
    this.isCommitting = true;
    const { command } = await this.send('COMMIT', []);
    if (command !== 'COMMIT') throw new Error(`The database answered a COMMIT with ${command}`);
  }

  /** Whether the COMMIT has left, so that it may have taken effect whatever came back. */
  get hasSentCommit(): boolean {
    return this.isCommitting;
  }

  /**
   * Ends the transaction without effect, once all that is under way has been answered. It leaves alone: behind one that fails
   * it would not be done. What is asked after it is asked of no transaction, and refused.
   */
  async rollback(): Promise<void> {
    const over = new Error('The transaction has been rolled back');
    this.client.forgo(over);
    const rolledBack = this.sent('ROLLBACK', []).catch(() => undefined);
    this.failure ??= over;
    await rolledBack;
  }

  /** What would come behind a failure is not even sent. */
  private send(sql: string, values: readonly unknown[]): Promise<Answered> {
    return this.failure ? Promise.reject(this.failure) : this.sent(sql, values);
  }

  private sent(sql: string, values: readonly unknown[]): Promise<Answered> {
    return new Promise((resolve, reject) => {
      if (this.runner.isReleased) {
        reject(this.fail(new QueryRunnerAlreadyReleasedError()));
        return;
      }
      this.client.ask(sql, values, (error, result) => {
        if (error) reject(this.fail(new QueryFailedError(sql, [...values], error)));
        else if (this.failure) reject(this.failure);
        else resolve(result);
      });
    });
  }

  private fail(error: Error): Error {
    if (error instanceof QueryFailedError && isOutOfDate(error.driverError)) forgetPlans();
    this.failure ??= error;
    return this.failure;
  }
}
