import type { Actor } from '@patravali/authorization';
import type { OperationId } from '@patravali/contract';
import type { Answer, TestApi } from './api';

/** One act over the API, which may be sent twice. */
export interface Step {
  readonly does: OperationId;
  readonly method: 'post' | 'put' | 'delete';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: string;
}

/** Does a step as that person. @returns the body of the answer. */
export type Doing = (by: Actor, step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>;

export function post(does: OperationId, path: string, body?: object): Step {
  return { does, method: 'post', path, ...(body ? { body } : {}) };
}

export function send(api: TestApi, by: Actor, step: Step, key: string): Promise<Answer> {
  const { method, path, body, ifMatch } = step;
  return api.as(by, method, path, {
    headers: { 'idempotency-key': key, ...(ifMatch ? { 'if-match': ifMatch } : {}) },
    ...(body ? { body } : {}),
  });
}

/**
 * Sends the act twice with one key, and once more with another body under the same key.
 * @returns what it answered: the first time, again, and to the other body; and how many events it wrote each time.
 */
export async function repeat(api: TestApi, by: Actor, step: Step, otherBody: object) {
  const key = `${step.does}-${crypto.randomUUID()}`;
  const answers: Answer[] = [];
  const written: number[] = [];
  for (const each of [step, step, { ...step, body: otherBody }]) {
    const before = await eventsIn(api);
    answers.push(await send(api, by, each, key));
    written.push((await eventsIn(api)) - before);
  }
  const [first, again, other] = answers as [Answer, Answer, Answer];
  return { first, again, other, written };
}

/** Each step of issuing is recorded, and each line of a list. */
const EVENTS: Partial<Record<OperationId, number>> = { issueDraft: 2, importPeople: 2, importPosts: 2 };

/** As every repeated act must be: done once, answered alike, and refused under another body. */
export function expectOneEffect(
  does: OperationId,
  { first, again, other, written }: Awaited<ReturnType<typeof repeat>>,
) {
  expect([does, Math.floor(first.status / 100), first.text]).toEqual([does, 2, first.text]);
  expect([does, again.status, again.body]).toEqual([does, first.status, first.body]);
  expect([does, other.body]).toMatchObject([does, { status: 422, code: 'idempotency-key-reused' }]);
  expect([does, written]).toEqual([does, [EVENTS[does] ?? 1, 0, 0]]);
}

async function eventsIn({ office }: TestApi): Promise<number> {
  const [row] = await office.rows<{ count: number }>('SELECT count(*)::int AS count FROM event');
  return row?.count ?? 0;
}
