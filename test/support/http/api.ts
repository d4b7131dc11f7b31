import { createHash, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@patravali/authorization';
import request from 'supertest';
import { createApi } from '../../../apps/api/src/create-api';
import { type OfficeOptions, type TestOffice, useOffice } from '../office/office';
import { quietLog } from './quiet-log';

type Method = 'get' | 'post' | 'put' | 'delete' | 'head';

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
  /** Sent as it stands. */
  readonly raw?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly text: string;
}

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly office: TestOffice;
  /** A bearer token for the person behind the actor. */
  token(actor: Actor): Promise<string>;
  /** Asks without a session. */
  ask(method: Method, path: string, asked?: Asked): Promise<Answer>;
  /** Asks as that person, from that post, in English. */
  as(actor: Actor, method: Method, path: string, asked?: Asked): Promise<Answer>;
}

/** The real API on a database of the spec's own, with an office that knows only whom the test asks for. */
export function useApi(options: Omit<OfficeOptions, 'open' | 'overrides'> = {}): () => TestApi {
  let api: TestApi | undefined;
  beforeAll(() => quietLog());
  const office = useOffice({ ...options, open: createApi });
  return () => (api ??= testApi(office().app as NestFastifyApplication, office()));
}

function testApi(app: NestFastifyApplication, office: TestOffice): TestApi {
  const tokens = new Map<string, string>();
  const token = async ({ organisationId, userId }: Actor) => {
    const known = tokens.get(userId);
    if (known) return known;
    const made = randomUUID().replaceAll('-', '');
    await office.rows(
      `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at, confirmed_at)
       VALUES ($1, $2, $3, false, clock_timestamp() + INTERVAL '1 hour', clock_timestamp() + INTERVAL '1 hour')`,
      [createHash('sha256').update(made).digest('hex'), organisationId, userId],
    );
    tokens.set(userId, made);
    return made;
  };
  const ask = async (method: Method, path: string, { headers = {}, body, raw }: Asked = {}): Promise<Answer> => {
    const server = request(app.getHttpServer());
    const asking = server[method](path).set({ 'accept-language': 'en', ...headers });
    return await (body || raw !== undefined ? asking.send(body ?? raw) : asking);
  };
  return {
    app,
    office,
    token,
    ask,
    as: async (actor, method, path, asked = {}) => {
      const own = { authorization: `Bearer ${await token(actor)}`, 'x-acting-post': actor.postId };
      return await ask(method, `/api/v1${path}`, { ...asked, headers: { ...own, ...asked.headers } });
    },
  };
}
