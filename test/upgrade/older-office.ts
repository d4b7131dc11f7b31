import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { migrate } from '@patravali/schema';
import { Client } from 'pg';
import type { PostgresMajor } from '../../apps/office/src/postgres';
import { runFolder } from '../support/database/cluster';
import { RunningOffice } from '../support/processes/running-office';
import { catalogOf } from './catalog';
import { type Rows, rowsOf, type Table, tablesOf } from './rows';
import { serverOf } from './server-of';

/** An office of commit 795c8f79: make-dump.cjs. */
export const FOLDER = join(__dirname, 'office-0.2.0');

interface Desk {
  readonly token: string;
  readonly postId: string;
}

/** What those who worked in the older office still hold in their hands. */
interface Kept {
  readonly password: { readonly username: string; readonly password: string; readonly token: string };
  readonly link: { readonly username: string; readonly token: string };
  readonly demo: Desk & { readonly username: string };
  readonly officer: Desk;
  readonly diarist: Desk;
  readonly repeated: { readonly key: string; readonly body: object; readonly answer: object };
  readonly files: Readonly<Record<'tubeWell' | 'leave' | 'bridge' | 'lease' | 'audit' | 'part' | 'diesel', string>>;
  readonly drafts: { readonly approved: string };
}

export const KEPT = JSON.parse(readFileSync(join(FOLDER, 'kept.json'), 'utf8')) as Kept;

interface Asked {
  readonly token?: string;
  readonly postId?: string;
  readonly key?: string;
  readonly body?: object;
}

/** The older office, opened by the present version as its administrator opens it. */
export class OlderOffice {
  /** The office in the version's database server, for as long as the spec's tests run. */
  static use(major: PostgresMajor): () => OlderOffice {
    let office: OlderOffice | undefined;
    const closing: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      office = await OlderOffice.open(await serverOf(major, closing), closing);
    }, 120_000);
    afterAll(async () => {
      for (const close of closing.reverse()) await close();
    }, 60_000);
    return () => {
      if (!office) throw new Error('the office is open once beforeAll has run');
      return office;
    };
  }

  private constructor(
    private readonly client: Client,
    readonly databaseUrl: string,
    private readonly tables: readonly Table[],
    /** What stood in the database before the present version touched it. */
    readonly before: Rows,
    /** Which tables, indexes and constraints there were. */
    readonly objectsBefore: readonly { readonly name: string }[],
    private readonly url: string,
    private readonly server: string,
  ) {}

  private static async open(server: string, closing: (() => Promise<void>)[]): Promise<OlderOffice> {
    const databaseUrl = await restore(server, closing);
    const client = new Client({ connectionString: databaseUrl, options: '-c TimeZone=UTC' });
    await client.connect();
    closing.push(() => client.end());
    const tables = await tablesOf(client);
    const before = await rowsOf(client, tables);
    const objects = await objectsOf(client);
    const dataFolder = join(mkdtempSync(join(runFolder(), 'older-')), 'data');
    cpSync(join(FOLDER, 'backup/objects'), join(dataFolder, 'objects'), { recursive: true });
    // The hourly job would forget the kept key, which is older than a day, while the spec looks at it.
    const environment = { DATABASE_URL: databaseUrl, PATRAVALI_DEMO: 'on', PATRAVALI_JOBS_IN_PROCESS: 'off' };
    const running = new RunningOffice({ dataFolder, environment });
    closing.push(() => running.stop());
    return new OlderOffice(client, databaseUrl, tables, before, objects, await running.url(), server);
  }

  /** What stands now in the columns that the older version had. */
  async now(): Promise<Rows> {
    return await rowsOf(this.client, this.tables);
  }

  async objectsNow(): Promise<readonly { readonly name: string }[]> {
    return await objectsOf(this.client);
  }

  /** The schema as it is now, and that of an office made today on the same server. */
  async catalogs(): Promise<{ now: string[]; ofNew: string[] }> {
    const name = `new_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(this.server);
    url.pathname = `/${name}`;
    await run(this.server, `CREATE DATABASE ${name}`);
    try {
      await migrate(url.href);
      const client = new Client({ connectionString: url.href });
      await client.connect();
      const ofNew = await catalogOf(client).finally(() => client.end());
      return { now: await catalogOf(this.client), ofNew };
    } finally {
      await run(this.server, `DROP DATABASE ${name} WITH (FORCE)`);
    }
  }

  async query<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.client.query<R>(sql, [...values])).rows;
  }

  async number(sql: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.query<{ n: number }>(`SELECT (${sql})::int AS n`, values))[0]?.n ?? 0;
  }

  /** @param words method and path below `/api/v1`. */
  async ask(words: string, { token, postId, key, body }: Asked = {}): Promise<Response> {
    const [method = '', path = ''] = words.split(' ');
    return await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(postId && { 'x-acting-post': postId }),
        ...(key && { 'idempotency-key': key }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}

/** Tables, indexes and constraints, with the files in which their rows lie. */
async function objectsOf(client: Client): Promise<{ name: string }[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT oid, relname AS name, relfilenode AS file FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i', 'S')
    UNION ALL
    SELECT oid, conname, NULL FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 't' ORDER BY 1`);
  return rows;
}

/** @returns the owner's connection string to a new database that holds the dump. */
export async function restore(
  server: string,
  closing: (() => Promise<void>)[],
  dump = join(FOLDER, 'database.sql.gz'),
): Promise<string> {
  const name = `older_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await run(server, `CREATE DATABASE ${name}`);
  closing.push(() => run(server, `DROP DATABASE ${name} WITH (FORCE)`));
  await run(url.href, gunzipSync(readFileSync(dump)).toString());
  return url.href;
}

/** One or several statements, as the owner. */
export async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
