import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Config } from '@patravali/config';
import { POOL_TYPES } from '@patravali/database';
import { FoundationModule, OfficeModule } from '@patravali/foundation';
import { Pool } from 'pg';
import { useDatabase } from '../database/database';
import { configOf } from './config';
import { holdRefusalsToDeclarations } from './declared-refusals';
import { writeOffice, writeSection } from './rows';
import { TestOffice } from './test-office';

export type { Marking, NewPost } from './rows';
export type { TestOffice } from './test-office';

export interface OfficeOptions {
  /** What stands in the database: nothing, an office where nobody works yet, or also a section with people. */
  readonly holds?: 'nothing' | 'office' | 'section';
  /** Where it differs from `configOf`. */
  readonly config?: Partial<Config>;
  /** What a test replaces, by the token under which Nest provides it. */
  readonly overrides?: readonly {
    readonly provide: symbol | (new (...args: never[]) => object);
    readonly value: object;
  }[];
  /** Opens the application; every area without HTTP unless said otherwise. */
  readonly open?: (config: Config) => Promise<INestApplicationContext>;
}

/** A real office for the tests of one file: a database and a folder of its own, and every area opened by Nest. */
export function useOffice(options: OfficeOptions = {}): () => TestOffice {
  const { holds = 'office', overrides = [] } = options;
  holdRefusalsToDeclarations();
  const open = options.open ?? ((config: Config) => openAreas(config, overrides));
  const opened: { close(): Promise<void> }[] = [];
  let office: TestOffice | undefined;
  // Before the database's own hooks: it is dropped when nobody is connected any more.
  afterAll(async () => {
    for (const each of opened.reverse()) await each.close();
  }, 60_000);
  const database = useDatabase();

  beforeAll(async () => {
    const { ownerUrl } = database();
    const dataFolder = await mkdtemp(join(tmpdir(), 'patravali-office-'));
    opened.push({ close: () => rm(dataFolder, { recursive: true, force: true }) });
    const owner = new Pool({ connectionString: ownerUrl, max: 4, types: POOL_TYPES });
    opened.push({ close: () => owner.end() });
    const written = holds === 'nothing' ? undefined : await writeOffice(owner);
    const people = written && holds === 'section' ? await writeSection(owner, written) : undefined;
    const config = { ...configOf(ownerUrl, dataFolder), ...options.config };
    const start = async (changes: Partial<Config> = {}) => {
      const app = await open({ ...config, ...changes });
      opened.push({ close: () => app.close() });
      return app;
    };
    office = new TestOffice({ app: await start(), config, owner, start, written, people });
  }, 120_000);

  return () => {
    if (!office) throw new Error('the office is there once beforeAll has run');
    return office;
  };
}

async function openAreas(config: Config, overrides: OfficeOptions['overrides'] = []): Promise<INestApplicationContext> {
  let building = Test.createTestingModule({ imports: [FoundationModule.forRoot(config), OfficeModule] });
  for (const { provide, value } of overrides) building = building.overrideProvider(provide).useValue(value);
  const app = await building.compile();
  return await app.init();
}
