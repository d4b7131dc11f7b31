import type { OperationId } from '@patravali/contract';
import type { Answer, TestApi } from '../support/http/api';
import type { Clerks } from '../support/http/clerks';
import type { TestOffice } from '../support/office/test-office';
import { type Counted, CountedStatements } from '../support/database/counted-statements';
import { type Doing, send } from '../support/http/repetition';

/** A small office whose people ask over the API; what each request asks of the database is counted. */
export class CountedOperations {
  /** What each request asked of the database, by operation. */
  readonly counted = new Map<OperationId, Counted[]>();
  /** The events that each left in the record. */
  readonly recorded = new Map<OperationId, Set<string>>();

  protected constructor(
    readonly api: TestApi,
    readonly people: Clerks,
    protected readonly counting: CountedStatements,
  ) {}

  /** Asks, and notes what that took. */
  async count(does: OperationId, ask: () => Promise<Answer>): Promise<Answer> {
    // That a session is in use is noted once a minute: not in this one.
    await this.api.office.rows(`UPDATE session SET last_used_at = clock_timestamp() + INTERVAL '1 hour'`);
    const before = await eventsByName(this.api.office);
    const { answer, ...counted } = await this.counting.during(ask);
    if (answer.status >= 300) throw new Error(`${does}: ${answer.status} ${answer.text}`);
    this.counted.set(does, [...(this.counted.get(does) ?? []), counted]);
    const after = await eventsByName(this.api.office);
    const names = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
    this.recorded.set(does, new Set([...(this.recorded.get(does) ?? []), ...names]));
    return answer;
  }

  /** One step, with a key of its own. */
  readonly do: Doing = async (by, step) => {
    const { body } = await this.count(step.does, () => send(this.api, by, step, crypto.randomUUID()));
    return body as Record<string, unknown>;
  };
}

/** How many events of each name the record holds. */
async function eventsByName(office: TestOffice): Promise<ReadonlyMap<string, number>> {
  const rows = await office.rows<{ name: string; count: number }>(
    'SELECT name, count(*)::int AS count FROM event GROUP BY name',
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}
