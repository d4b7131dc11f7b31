import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { QueryConfig } from 'pg';
import { isOutOfDate } from './out-of-date-plan';
import { forgetStatement } from './private-members';
import { WatchedClient } from './watched-client';

/**
 * Begins a statement that the database is to plan each time for its values, because no one plan is good for all of them:
 * a search whose words may be rare or common. All other statements with values are planned once for each connection.
 */
export const PLANNED_EACH_TIME = '/* planned each time */ ';

/** How many statements one connection remembers; each costs the database some tens of kilobytes. */
const REMEMBERED = 200;

/** In the place of the name of a statement that has come once. */
const NO_NAME_YET = '';

let plansOf = 0;

/** A plan has shown itself out of date: from now on no connection of this process uses those of before. */
export function forgetPlans(): void {
  plansOf += 1;
}

/**
 * A connection that has the database parse and plan a statement once, and from then on sends its name and values alone. It
 * names what comes for the second time, so that what never comes again is not kept, and forgets what was not used for longest.
 */
export class PreparingClient extends WatchedClient {
  /** Their names by their text. */
  private readonly statements = new LRUCache<string, string>({
    max: REMEMBERED,
    dispose: (name) => this.forget(name),
  });
  private plansOf = plansOf;

  /** The driver can be called in many ways. Only text with values, which is how the office calls it, is done otherwise here. */
  override query(...call: never[]): never {
    const [text, values]: unknown[] = call;
    const isPrepared = call.length === 2 && typeof text === 'string' && Array.isArray(values);
    return (isPrepared ? this.prepared(text, values) : this.send(...call)) as never;
  }

  private statement(text: string, values: unknown[]): QueryConfig {
    const name = this.nameOf(text, values);
    return name === undefined ? { text, values } : { text, values, name };
  }

  /** Outside a transaction nobody notices that a plan was out of date; inside, the whole transaction has to be done again. */
  private async prepared(text: string, values: unknown[]): Promise<unknown> {
    const inTransaction = this.getTransactionStatus() !== 'I';
    try {
      return await this.send(this.statement(text, values));
    } catch (error) {
      if (!isOutOfDate(error)) throw error;
      forgetPlans();
      if (inTransaction) throw error;
      return await this.send(text, values);
    }
  }

  private send(...call: unknown[]): unknown {
    const query: unknown = Reflect.get(WatchedClient.prototype, 'query');
    return Reflect.apply(query as (...call: unknown[]) => unknown, this, call);
  }

  protected override nameOf(text: string, values: readonly unknown[]): string | undefined {
    if (values.length === 0 || text.startsWith(PLANNED_EACH_TIME)) return undefined;
    if (this.plansOf !== plansOf) {
      this.statements.clear();
      this.plansOf = plansOf;
    }
    const known = this.statements.get(text);
    if (known) return known;
    const name = known === undefined ? NO_NAME_YET : hashOf(text);
    this.statements.set(text, name);
    return name || undefined;
  }

  /** Sent before the next statement, and answered with it. */
  private forget(name: string): void {
    if (name === NO_NAME_YET) return;
    this.columns.delete(name);
    this.connection.close({ type: 'S', name }, true);
    forgetStatement(this.connection, name);
  }
}

/** Where a pooler hands one connection of the database to several of ours, one name must not mean two statements. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
