import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@patravali/authorization';
import { REFUSALS } from '@patravali/contract';
import { OfficeProcess } from './office-process';
import type { TestOffice } from '../office/test-office';

/** What one person asks of the office. */
export interface Act {
  readonly by: Actor;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

export interface Told {
  readonly status: number;
  readonly body: unknown;
}

/** The second of two is asked so much later at most: so that now the one is first, and now the other. */
const LATER_MS = 4;

/** Two servers of one office, and people who are signed in at both. */
export class TwoProcesses {
  private readonly tokens = new Map<string, Promise<string>>();

  private constructor(
    private readonly office: TestOffice,
    private readonly processes: readonly [OfficeProcess, OfficeProcess],
  ) {}

  static async begin(office: TestOffice): Promise<TwoProcesses> {
    const start = () => OfficeProcess.api(office.config, { PATRAVALI_JOBS_IN_PROCESS: 'off' });
    const [one, two] = await Promise.all([start(), start()]);
    return new TwoProcesses(office, [one, two]);
  }

  async end(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.kill()));
  }

  async ask(process: 0 | 1, { by, method = 'POST', path, body }: Act): Promise<Told> {
    const answer = await fetch(`${this.processes[process].origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.tokenOf(by)}`,
        'x-acting-post': by.postId,
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : null,
    });
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, body: isJson ? await answer.json() : await answer.arrayBuffer() };
  }

  /** What only prepares: it may not fail. */
  async done<T>(process: 0 | 1, act: Act): Promise<T> {
    const { status, body } = await this.ask(process, act);
    if (status >= 300) throw new Error(`${act.path}: ${status} ${JSON.stringify(body)}`);
    return body as T;
  }

  /** Both at once, each at a process of its own: in every other round at the other one. */
  async atOnce(round: number, acts: readonly [Act, Act]): Promise<readonly [Told, Told]> {
    const [first, second]: readonly [0 | 1, 0 | 1] = round % 2 === 0 ? [0, 1] : [1, 0];
    const later = (is: boolean) => pause(is ? Math.random() * LATER_MS : 0);
    const isSecondLater = round % 4 < 2;
    return await Promise.all([
      later(!isSecondLater).then(() => this.ask(first, acts[0])),
      later(isSecondLater).then(() => this.ask(second, acts[1])),
    ]);
  }

  /** What both show at that address, which must be the same. */
  async shown<T = unknown>(by: Actor, path: string): Promise<T> {
    const asked = { by, method: 'GET', path } as const;
    const [one, two] = await Promise.all([this.ask(0, asked), this.ask(1, asked)]);
    expect([path, one.status, two.status]).toEqual([path, 200, 200]);
    expect(two.body).toEqual(one.body);
    return one.body as T;
  }

  private tokenOf(person: Actor): Promise<string> {
    const token = this.tokens.get(person.userId) ?? this.signIn(person);
    this.tokens.set(person.userId, token);
    return token;
  }

  private async signIn({ userId, organisationId }: Actor): Promise<string> {
    const token = randomUUID().replaceAll('-', '');
    await this.office.rows(
      `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
       VALUES ($1, $2, $3, false, clock_timestamp() + INTERVAL '1 hour')`,
      [createHash('sha256').update(token).digest('hex'), organisationId, userId],
    );
    return token;
  }
}

/** `done`, or the code with which it was refused. Anything but a refusal that the office knows is a failure of the test. */
export function outcomeOf({ status, body }: Told): string {
  if (status < 300) return 'done';
  const { code } = body as { code?: string };
  const isRefusal = status >= 400 && status < 500 && code !== undefined && code in REFUSALS;
  if (!isRefusal) throw new Error(`${status} ${JSON.stringify(body)}`);
  return code;
}
