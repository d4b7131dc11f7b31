import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogPlace } from '@patravali/ledger';
import type { Measure } from '../measuring/measure';
import { percentile, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { CHECKOUT, CheckRecord, sealedTables } from '../office/build';
import { untilAllIsLogged } from '../office/until-all-is-logged';
import type { Section } from './section';
import { inboxTimes } from './while-pdfs';

const CHECK: Measure = {
  name: 'the whole record of the large office checked',
  unit: 's',
  goal: { must: 60, aim: 30, atMost: true },
};
const GROWN: Measure = {
  name: 'the same of what 20,000 events have added',
  unit: 's',
  goal: { must: 20, aim: 10, atMost: true },
};
const MEANWHILE: Measure = {
  name: "another person's inbox, p95, while the record is being checked ÷ quiet",
  goal: { must: 1.2, aim: 1.1, atMost: true },
};
const VERIFIER: Measure = {
  name: 'the verifier over the folder of its log, for a million entries',
  unit: 's',
  goal: { must: 10, aim: 5, atMost: true },
};
const WHOLE = { times: 3, grown: 20_000, leastMs: 5000 };
const MILLION = 1_000_000;

/** What the trigger does that is off while the office is filled. */
const CHAIN = `
  DO $$
  DECLARE each event; before event;
  BEGIN
    SET LOCAL session_replication_role = replica;
    FOR each IN SELECT * FROM event ORDER BY organisation_id, subject_id, sequence LOOP
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

/** As a check of all of it leaves it that found it right, which that of a filled office does not: its notes have no events. */
const FOUND_RIGHT = `
  INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
    SELECT gen_random_uuid(), id, 'organisation', id, 'organisation.record_checked',
      jsonb_build_object('whole', true, 'events', 0, 'entries', 0, 'wrong', NULL, 'reached', $1::jsonb) FROM organisation`;
/** One event on each of so many files. */
const GROW = `
  INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
    SELECT gen_random_uuid(), organisation_id, 'file', file_id, 'file.returned', '{}'
    FROM file_custody ORDER BY file_id LIMIT $1`;

/**
 * The whole record and what it has gained, as the office checks them by night, and what another waits for the inbox meanwhile; and the
 * log's folder by the verifier.
 */
export const check: Section<typeof WHOLE> = {
  name: 'check',
  needs: [],
  measures: [CHECK, GROWN, MEANWHILE, VERIFIER],
  whole: WHOLE,
  least: { times: 1, grown: 20, leastMs: 300 },
  async measure({ large }, { times, grown, leastMs }) {
    execFileSync('npm', ['run', '--silent', 'build:verifier'], { cwd: CHECKOUT });
    await large.sql.query(CHAIN);
    await large.pastTheRules(async () => {
      for (const statement of LOG_ANEW) await large.sql.query(statement);
    });
    rmSync(join(large.folder, 'log'), { recursive: true, force: true });
    await large.sql.query('VACUUM (ANALYZE) event, log_entry, log_waiting');
    const entries = await logged(large);
    const whole: number[] = [];
    const verifier: number[] = [];
    const places: (LogPlace | null)[] = [];
    for (let time = 0; time < times; time++) {
      const check = async () => {
        places.push((await checked(large, { whole: true })).reached);
      };
      whole.push(await seconds(check));
      verifier.push(await seconds(() => verify(large.folder)));
    }
    const ratios = await inboxMeanwhile(large, times, leastMs);
    await large.sql.query(FOUND_RIGHT, [places.at(-1)]);
    await large.sql.query(GROW, [grown]);
    await logged(large);
    const added: number[] = [];
    for (let time = 0; time < times; time++) {
      const check = async () => isRight((await checked(large, { whole: false })).since !== null);
      added.push(await seconds(check));
    }
    const of = `${large.files} files, ${entries} events`;
    const perMillion = verifier.map((took) => (took * MILLION) / entries);
    return [
      row(CHECK, whole, of),
      row(GROWN, added, `${of}, ${Math.min(grown, large.files)} more`),
      row(MEANWHILE, ratios, of),
      row(VERIFIER, perMillion, of),
    ];
  },
};

/** By a process of its own, from its start to its end. @throws Error where chains or log are not right. */
async function checked(office: BenchOffice, extent: { readonly whole: boolean }) {
  const checking = new CheckRecord({ databaseUrl: office.databaseUrl, dataFolder: office.folder }, sealedTables());
  try {
    const { since, chains, log } = await checking.execute(extent);
    isRight(chains.broken.length === 0 && log.fault === null && log.unlogged === 0);
    return { since, reached: log.reached };
  } finally {
    await checking.onApplicationShutdown();
  }
}

async function inboxMeanwhile(office: BenchOffice, times: number, leastMs: number): Promise<number[]> {
  await office.open();
  const ratios: number[] = [];
  await inboxTimes(office, sleep(leastMs));
  for (let time = 0; time < times; time++) {
    const begun = performance.now();
    const busy = await inboxTimes(office, checked(office, { whole: true }));
    const quiet = await inboxTimes(office, sleep(Math.max(leastMs, performance.now() - begun)));
    ratios.push(percentile(busy, 0.95) / percentile(quiet, 0.95));
  }
  await office.close();
  return ratios;
}

/** Lets the office log what waits, and ends it. @returns how many entries there are. */
async function logged(office: BenchOffice): Promise<number> {
  await office.open();
  await untilAllIsLogged(office);
  await office.close();
  const { rows } = await office.sql.query<{ entries: number }>('SELECT count(*)::integer AS entries FROM log_entry');
  return rows[0]?.entries ?? 0;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function isRight(right: boolean): void {
  if (!right) throw new Error('What was measured found a fault');
}

async function verify(folder: string): Promise<void> {
  const program = join(CHECKOUT, 'dist', 'verifier', 'patravali-verify.mjs');
  const [code] = (await once(spawn(process.execPath, [program, folder], { stdio: 'ignore' }), 'close')) as [number];
  isRight(code === 0);
}
