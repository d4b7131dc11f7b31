import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@patravali/authorization';
import type { Config } from '@patravali/config';
import { AREA_RULES } from '@patravali/foundation';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api';
import { useDatabase } from './database';
import { TestOffice } from './office';
import { quietLog } from './quiet-log';

type Method = 'get' | 'post' | 'put' | 'delete' | 'head';

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
  /** Sent as it stands. */
  readonly raw?: string;
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
export function useApi(): () => TestApi {
  let api: (TestApi & { close(): Promise<void> }) | undefined;
  // Before the database's own hook: it is dropped when nobody is connected any more.
  afterAll(() => api?.close());
  const database = useDatabase();
  beforeAll(async () => {
    quietLog();
    const dataFolder = await mkdtemp(join(tmpdir(), 'patravali-api-'));
    const office = await TestOffice.open(database(), AREA_RULES, 4);
    const app = await createApi(configOf(database().ownerUrl, dataFolder));
    const close = async () => {
      await app.close();
      await office.close();
      await rm(dataFolder, { recursive: true, force: true });
    };
    api = { ...testApi(app, office), close };
  }, 120_000);
  return () => {
    if (!api) throw new Error('the API is there once beforeAll has run');
    return api;
  };
}

/** A demo office that keeps everything in one folder. */
export function configOf(databaseUrl: string, dataFolder: string): Config {
  return {
    ...{ port: 0, host: '127.0.0.1', publicUrl: 'http://127.0.0.1', dataFolder, databaseUrl, demo: true },
    ...{ maxUploadBytes: 1_000_000, mail: { kind: 'folder', folder: join(dataFolder, 'mail') } },
    ...{ jobsInProcess: false, secureCookies: false, sessionHours: 8 },
  };
}

function testApi(app: NestFastifyApplication, office: TestOffice): TestApi {
  const tokens = new Map<string, string>();
  const token = async ({ organisationId, userId }: Actor) => {
    const known = tokens.get(userId);
    if (known) return known;
    const made = randomUUID().replaceAll('-', '');
    await office.query(
      `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
       VALUES ($1, $2, $3, false, clock_timestamp() + INTERVAL '1 hour')`,
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
