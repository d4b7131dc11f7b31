import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import demo from '../../../apps/office/demo/office.json';
import { runFolder } from '../database/cluster';
import { copyDatabase, dropDatabase, migratedTemplate, templateOfRun } from '../database/database';
import { freePort } from '../processes/office-process';
import { DIST } from '../processes/running-office';
import { ApiHost } from './api-host';

const ATTEMPTS = 3;
const PORT_TAKEN = 'EADDRINUSE';

export interface DemoOfficeOptions {
  /** Another than the repository's, as `ownDist` makes it. */
  readonly dist?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A demo office of the caller's own in which nobody has worked: its database and its folder are copies of those that
 * were filled once for the run, and the API is told what the launcher tells it.
 */
export class DemoOffice {
  private constructor(
    readonly url: string,
    readonly dataFolder: string,
    private readonly database: string,
    private readonly host: ApiHost,
  ) {}

  static async open({ dist = DIST, environment = {} }: DemoOfficeOptions = {}): Promise<DemoOffice> {
    const seeded = await seededOffice();
    const database = `demo_office_${randomUUID().replaceAll('-', '')}`;
    const databaseUrl = await copyDatabase(seeded.template, database);
    const dataFolder = join(mkdtempSync(join(runFolder(), 'office-')), 'data');
    await promisify(execFile)('cp', ['-a', seeded.dataFolder, dataFolder]);
    const host = dist === DIST ? await ApiHost.ofWorker() : new ApiHost(dist);
    // Another program may take the port before the office has it. That alone is tried again.
    for (let attempt = 1; ; attempt++) {
      const port = await freePort();
      try {
        await host.openOffice({ ...environmentOf(databaseUrl, dataFolder, port), ...environment });
        writeFileSync(join(dataFolder, 'running.json'), JSON.stringify({ databaseUrl, port }), { mode: 0o600 });
        return new DemoOffice(`http://127.0.0.1:${port}`, dataFolder, database, host);
      } catch (error) {
        await host.closeOffice();
        if (attempt === ATTEMPTS || !(error as Error).message.includes(PORT_TAKEN)) throw error;
      }
    }
  }

  async close(): Promise<void> {
    await this.host.closeOffice();
    if (this.host !== (await ApiHost.ofWorker())) await this.host.close();
    await dropDatabase(this.database);
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

/** Journeys are told once for both languages, and so name a post in one way. */
const withoutHindi = (name: string, value: unknown) => (name === 'markingHi' ? undefined : value);

/** Seeding is the long part of a first start: it is done once a run. */
async function seededOffice(): Promise<{ template: string; dataFolder: string }> {
  const dataFolder = join(runFolder(), 'demo-office');
  const fill = async (databaseUrl: string) => {
    rmSync(dataFolder, { recursive: true, force: true });
    mkdirSync(dataFolder);
    const env = environmentOf(databaseUrl, dataFolder, 0);
    const launcher = (file: string, ...words: string[]) =>
      promisify(execFile)(process.execPath, [join(DIST, 'apps', 'office', 'src', file), ...words], { env });
    await launcher('prepare-database.js');
    const description = join(dataFolder, 'office.json');
    writeFileSync(description, JSON.stringify(demo, withoutHindi));
    await launcher('main.js', 'load', description);
  };
  return { template: await templateOfRun('demo', fill, await migratedTemplate()), dataFolder };
}

function environmentOf(databaseUrl: string, dataFolder: string, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: '',
    LANG: 'en',
    NODE_COMPILE_CACHE: join(DIST, 'apps', '.compiled'),
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PATRAVALI_DATA: dataFolder,
    PATRAVALI_DEMO: 'small',
  };
}
