import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_ROOT, makeDemoSigningKey } from '@patravali/signatures';
import { Client } from 'pg';
import { Pool } from 'undici';
import { freePort } from '../../apps/office/src/parts/free-port';
import { createOfficeDatabase, type PostgresCluster } from '../../apps/office/src/postgres';
import { ApiProcess, migrate, ownerDataSource, SealOldRows, sealedTables } from './build';
import { postId, tokenOf } from './people';
import { seed, type Size } from './seed';

/** Rows of the longest lists of an office in which depth is measured. */
const DEEP = 21_000;
/** Hours may go by while it is measured: the office shall not begin to check its whole record beside it. */
const RECORD_IS_CHECKED = `
  INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, at, data)
    SELECT gen_random_uuid(), id, 'organisation', id, 'organisation.record_checked', now(),
      '{"events": 0, "entries": 0, "notes": 0, "letters": 0, "approvals": 0, "wrong": null}' FROM organisation`;

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: object | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An office with this many files, and its server: the built one in a process of its own, as the launcher starts it. */
export class BenchOffice {
  private api: InstanceType<typeof ApiProcess> | undefined;
  private http = new Pool('http://127.0.0.1', { connections: 1 });
  url = '';

  private constructor(
    readonly files: number,
    readonly database: string,
    /** The owner's connection string. */
    readonly databaseUrl: string,
    /** A superuser, who sees and writes what no command would. */
    readonly sql: Client,
    /** Its data. */
    readonly folder: string,
  ) {}

  static async fill(
    cluster: PostgresCluster,
    folder: string,
    { name, files, deep = DEEP }: Partial<Size> & Pick<Size, 'files'> & { readonly name: string },
  ): Promise<BenchOffice> {
    const database = `${name}_${files}`;
    const url = await createOfficeDatabase(cluster, { database, password: 'bench' });
    await migrate(url);
    const superuserUrl = cluster.superuserUrl.replace(/postgres$/, database);
    const filled = join(folder, `${database}.filled`);
    // An office that an earlier run has filled stays as it is.
    if (!existsSync(filled)) {
      await seed(superuserUrl, { files, deep });
      await nameRows(url, files);
    }
    writeFileSync(filled, '');
    const sql = new Client({ connectionString: superuserUrl });
    // When the run fails the server ends first, and that shall not hide why.
    sql.on('error', () => undefined);
    await sql.connect();
    // Nobody's session ends while this lasts.
    await sql.query(
      "UPDATE session SET last_used_at = now() + INTERVAL '1 day', expires_at = now() + INTERVAL '7 days'",
    );
    await sql.query(RECORD_IS_CHECKED);
    return new BenchOffice(files, database, url, sql, join(folder, database));
  }

  /** The process id of the server. */
  get pid(): number {
    return Number(readFileSync(join(this.folder, 'api.pid'), 'utf8').split(/\s/)[0]);
  }

  /** What no command would do, with the rules of the database switched off. */
  async pastTheRules<T>(work: (sql: Client) => Promise<T>): Promise<T> {
    await this.sql.query('SET session_replication_role = replica');
    try {
      return await work(this.sql);
    } finally {
      await this.sql.query('RESET session_replication_role');
    }
  }

  async open(): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    mkdirSync(this.folder, { recursive: true });
    const { p12, password } = await makeDemoSigningKey({ name: 'कार्यालय', number: DEMO_ROOT.sealNumber });
    const key = join(this.folder, 'office.p12');
    writeFileSync(key, p12);
    this.api = new ApiProcess({
      environment: {
        ...process.env,
        DATABASE_URL: this.databaseUrl,
        PORT: String(port),
        PATRAVALI_DATA: this.folder,
        PATRAVALI_DEMO: 'off',
        PATRAVALI_SIGNING_P12: key,
        PATRAVALI_SIGNING_PASSWORD: password,
        PATRAVALI_MAX_UPLOAD_MIB: '100',
        PATRAVALI_REQUESTS_PER_SECOND: '0',
        PATRAVALI_UPLOADS_PER_DAY: '1000000',
        PATRAVALI_UPLOAD_MIB_PER_DAY: '1000000',
      },
      log: join(this.folder, 'api.log'),
      pidFile: join(this.folder, 'api.pid'),
      url: this.url,
      onDeath: () => console.error('The server died.'),
      onHang: () => console.error('The server stands still.'),
    });
    this.api.start();
    await this.api.ready(new AbortController().signal);
    this.http = new Pool(this.url, { connections: 32 });
  }

  async close(): Promise<void> {
    await this.http.destroy();
    await this.api?.stop();
    this.api = undefined;
  }

  async end(): Promise<void> {
    await this.close();
    await this.sql.end();
  }

  /** Asks as the holder of a post. @throws Error for whatever is no success. @returns the bytes of the answer. */
  async ask(post: number, path: string, { method = 'GET', body, headers }: Asked = {}): Promise<Buffer> {
    const answer = await this.http.request({
      method,
      path: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${tokenOf(post)}`,
        'x-acting-post': postId(post),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body === undefined || Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || Buffer.isBuffer(body) ? (body ?? null) : JSON.stringify(body),
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${bytes.toString()}`);
    return bytes;
  }

  async json<T>(post: number, path: string, asked?: Asked): Promise<T> {
    return JSON.parse((await this.ask(post, path, asked)).toString()) as T;
  }

  /** A PDF as it comes from outside. @returns the document's id. */
  async upload(post: number, pdf: Buffer): Promise<string> {
    const headers = { 'content-type': 'application/pdf' };
    const asked = { method: 'POST', body: pdf, headers } as const;
    return (await this.json<{ id: string }>(post, '/documents?fileName=letter.pdf', asked)).id;
  }
}

/** Names the rows that were written past the rules, as an office from before events named rows does beside its work. */
async function nameRows(databaseUrl: string, files: number): Promise<void> {
  const owner = await ownerDataSource(databaseUrl).initialize();
  const begun = performance.now();
  await new SealOldRows(owner.manager, sealedTables()).execute();
  console.log(`The rows of ${files} files are named after ${Math.round((performance.now() - begun) / 1000)} s`);
  await owner.destroy();
}
