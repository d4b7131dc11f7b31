import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keepAnswer, keptAnswer } from './idempotency';
import type { Principal } from './principal';

/** Several transactions that answer one request: each has one effect, and together they have one answer. */
@Injectable()
export class SeveralActs {
  constructor(private readonly database: DataSource) {}

  /**
   * Does the acts one after the other. Each holds a part of the request's key, so that whatever was done when the request comes
   * again, after half of it or at the same time, is not done twice; once all are done, the whole answer is kept.
   * @param act one transaction, run on behalf of the principal that it is given.
   */
  async each<By extends Principal, T extends object>(
    by: By,
    parts: readonly string[],
    act: (by: By, part: string) => Promise<T>,
  ): Promise<{ items: T[] }> {
    const kept = await keptAnswer(this.database, by);
    if (kept) return kept as { items: T[] };
    const items: T[] = [];
    for (const part of parts) items.push(await act(actingFor(by, part), part));
    await keepAnswer(this.database, by, { items });
    // Of two at once the first has kept its answer, and the second gives the same.
    return ((await keptAnswer(this.database, by)) ?? { items }) as { items: T[] };
  }
}

/** No client sends a key with a space in it. */
function actingFor<By extends Principal>(by: By, part: string): By {
  const { idempotency } = by;
  return idempotency ? { ...by, idempotency: { ...idempotency, key: `${idempotency.key} ${part}` } } : by;
}
