import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkChains, checkLog } from '@patravali/ledger';
import { openObjectStore } from '@patravali/storage';
import type { Client } from 'pg';
import type { Measure } from '../measuring/measure';
import { row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { CHECKOUT } from '../office/build';
import { untilAllIsLogged } from '../office/until-all-is-logged';
import type { Section } from './section';

const CHECK: Measure = {
  name: 'all events of the large office checked: chains and log',
  unit: 's',
  goal: { must: 60, aim: 30, atMost: true },
};
const VERIFIER: Measure = {
  name: 'the verifier over the folder of its log, for a million entries',
  unit: 's',
  goal: { must: 10, aim: 5, atMost: true },
};
const WHOLE = { times: 3 };
const MILLION = 1_000_000;

/** What the trigger does that is off while the office is filled. */
const CHAIN = `
  DO $$
  DECLARE each event; before event;
  BEGIN
    SET LOCAL session_replication_role = replica;
    FOR each IN SELECT * FROM event ORDER BY organisation_id, subject_id, sequence LOOP
      each.encoding := 1;
      each.previous_hash := CASE WHEN each.sequence > 1 THEN before.hash ELSE decode(repeat('00', 32), 'hex') END;
      each.hash := sha256(convert_to(event_canonical_form(each), 'UTF8'));
      UPDATE event SET previous_hash = each.previous_hash, hash = each.hash WHERE id = each.id;
      before := each;
    END LOOP;
  END $$`;
/** Other sections have logged events whose hashes are not theirs any more: the log begins anew. */
const LOG_ANEW = [
  'DELETE FROM log_entry',
  'DELETE FROM log_key',
  'DELETE FROM log_waiting',
  "UPDATE published_log SET size = 0, root = sha256(''), fault = NULL, published_at = NULL",
  'INSERT INTO log_waiting (event_id) SELECT id FROM event ORDER BY at, id',
];

/** Every event held against its chain and the log against both, as `npm run office -- check` does; and the log's folder by the verifier. */
export const check: Section<typeof WHOLE> = {
  name: 'check',
  needs: [],
  measures: [CHECK, VERIFIER],
  whole: WHOLE,
  least: { times: 1 },
  async measure({ large }, { times }) {
    execFileSync('npm', ['run', '--silent', 'build:verifier'], { cwd: CHECKOUT });
    await large.sql.query(CHAIN);
    await large.pastTheRules(async () => {
      for (const statement of LOG_ANEW) await large.sql.query(statement);
    });
    rmSync(join(large.folder, 'log'), { recursive: true, force: true });
    await large.sql.query('VACUUM (ANALYZE) event, log_entry, log_waiting');
    const entries = await logged(large);
    const store = openObjectStore({ dataFolder: large.folder });
    const chains: number[] = [];
    const logs: number[] = [];
    const verifier: number[] = [];
    for (let time = 0; time < times; time++) {
      chains.push(await seconds(async () => isWhole((await checkChains(reader(large.sql))).broken.length === 0)));
      logs.push(
        await seconds(async () => {
          const { fault, unlogged } = await checkLog(reader(large.sql), store);
          isWhole(fault === null && unlogged === 0);
        }),
      );
      verifier.push(await seconds(() => verify(large.folder)));
    }
    const both = chains.map((took, at) => took + (logs[at] ?? Number.NaN));
    const of = `${large.files} files, ${entries} events`;
    const perMillion = verifier.map((took) => (took * MILLION) / entries);
    return [row(CHECK, both, of), row(VERIFIER, perMillion, of)];
  },
};

/** Lets the office log what waits, and ends it. @returns how many entries there are. */
async function logged(office: BenchOffice): Promise<number> {
  await office.open();
  await untilAllIsLogged(office);
  await office.close();
  const { rows } = await office.sql.query<{ entries: number }>('SELECT count(*)::integer AS entries FROM log_entry');
  return rows[0]?.entries ?? 0;
}

const reader = (sql: Client) => ({
  query: async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await sql.query(text, [...values])).rows as Row[],
});

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function isWhole(whole: boolean): void {
  if (!whole) throw new Error('What was measured found a fault');
}

async function verify(folder: string): Promise<void> {
  const program = join(CHECKOUT, 'dist', 'verifier', 'patravali-verify.mjs');
  const [code] = (await once(spawn(process.execPath, [program, folder], { stdio: 'ignore' }), 'close')) as [number];
  isWhole(code === 0);
}
