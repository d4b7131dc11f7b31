import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { OPERATIONS, type OperationId, type Session } from '@patravali/contract';

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly ifMatch?: number;
}

const PAUSE_MS = 60;
const GIVES_UP_AFTER_MS = 90_000;
/** The office is away or its disk is full, and asks to be asked again. */
const AWAY = [502, 503, 504, 507];

/** A refusal that stays one however often it is asked. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
  }
}

/** A program that works in the demo office over HTTP as one of its people, and never gives up while the office is away. */
export class Client {
  private constructor(
    private readonly url: () => string,
    private readonly token: string,
    readonly postId: string,
  ) {}

  /** @param url where the office is; asked at every attempt. */
  static async signIn(url: () => string, username: string, marking?: string): Promise<Client> {
    const response = await fetch(`${url()}/api/v1${OPERATIONS.signInAsDemoPerson.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username }),
    });
    const session = (await response.json()) as Session;
    const token = /patravali_session=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const post = session.posts.find((held) => marking === undefined || held.marking === marking);
    return new Client(url, token, post?.id ?? '');
  }

  /** Asks, and while no answer comes asks the same again under the same key. @throws Refused */
  async ask<Answer>(operation: OperationId, asked: Asked = {}): Promise<Answer> {
    const key = randomUUID();
    return await this.untilAnswered(() => this.request(operation, asked, { 'idempotency-key': key }));
  }

  async upload<Answer>(fileName: string, pdf: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const query = new URLSearchParams({ fileName }).toString();
    const headers = { ...this.headers(), 'content-type': 'application/pdf', 'idempotency-key': randomUUID() };
    const address = `/api/v1${OPERATIONS.uploadDocument.path}?${query}`;
    return await this.untilAnswered(() => fetch(this.url() + address, { method: 'POST', headers, body: pdf }));
  }

  /** The bytes of a PDF that an operation answers. */
  async pdf(operation: OperationId, params: Readonly<Record<string, string>>): Promise<Uint8Array> {
    const response = await this.request(operation, { params }, {});
    if (!response.ok) throw new Refused(response.status, codeOf(await response.text()));
    return new Uint8Array(await response.arrayBuffer());
  }

  private async untilAnswered<Answer>(attempt: () => Promise<Response>): Promise<Answer> {
    const begun = Date.now();
    for (;;) {
      const answer = await attempt()
        .then(async (response) => ({ status: response.status, body: await response.text() }))
        .catch(() => undefined);
      if (answer && answer.status < 300) return (answer.body === '' ? undefined : JSON.parse(answer.body)) as Answer;
      if (answer && !AWAY.includes(answer.status)) throw new Refused(answer.status, codeOf(answer.body));
      if (Date.now() - begun > GIVES_UP_AFTER_MS) throw new Error('the office did not come back');
      await sleep(PAUSE_MS);
    }
  }

  private request(operation: OperationId, asked: Asked, more: Record<string, string>): Promise<Response> {
    const { method, path: pattern } = OPERATIONS[operation];
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => asked.params?.[name] ?? '');
    const query = asked.query ? `?${new URLSearchParams(asked.query).toString()}` : '';
    return fetch(`${this.url()}/api/v1${path}${query}`, {
      method,
      headers: {
        ...this.headers(),
        ...more,
        ...(asked.body && { 'content-type': 'application/json' }),
        ...(asked.ifMatch !== undefined && { 'if-match': `"${asked.ifMatch}"` }),
      },
      ...(asked.body && { body: JSON.stringify(asked.body) }),
    });
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, 'x-acting-post': this.postId, 'accept-language': 'en' };
  }
}

function codeOf(body: string): string {
  try {
    return (JSON.parse(body) as { code?: string }).code ?? body;
  } catch {
    return body.slice(0, 200);
  }
}
