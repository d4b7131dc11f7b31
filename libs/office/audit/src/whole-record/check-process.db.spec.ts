import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { useOffice } from '../../../../../test/support/office/office';
import { CheckRecord } from './check-process';
import { NightlyCheck } from './nightly-check';

const office = useOffice({ holds: 'section' });

/** Place of the niceness in /proc/PID/stat, counted from behind the name (proc_pid_stat(5): 19). */
const NICE = 16;
const LEAST_OF_ALL = 19;
/** Everybody else's work goes first. */
const MS = 300_000;

describe('the process that checks the record', () => {
  /** Holds something of the database that the check needs. */
  const hold = async (sql: string) => {
    const client = new Client({ connectionString: office().config.databaseUrl });
    await client.connect();
    await client.query(sql);
    return client;
  };
  const checks = () => office().rows(`SELECT FROM event WHERE name = 'organisation.record_checked'`);
  const isWaiting = async () => {
    for (;;) {
      const [waiting] = await office().rows(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting) return;
      await sleep(50);
    }
  };
  /** The children of this process that check a record. */
  const processIds = () =>
    execFileSync('pgrep', ['-P', String(process.pid), '-f', 'check-child'], { encoding: 'utf8' })
      .trim()
      .split('\n');

  const niceness = (processId: string) => {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[NICE]);
  };

  it(
    'comes after all other work, also in the database, and when it is killed the record is told as not checked',
    async () => {
      const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
      const holder = await hold('BEGIN; LOCK TABLE event IN ACCESS EXCLUSIVE MODE');
      const checking = office().get(NightlyCheck).execute();
      const failed = expect(checking).rejects.toMatchObject({ name: 'CheckNotMade', reason: 'ended' });
      await isWaiting();
      const [processId = ''] = processIds();
      expect(niceness(processId)).toBe(LEAST_OF_ALL);
      const [{ serving } = { serving: '' }] = await office().rows<{ serving: string }>(
        `SELECT pid::text AS serving FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(niceness(serving)).toBe(LEAST_OF_ALL);
      process.kill(Number(processId), 'SIGKILL');
      await failed;
      await holder.end();
      expect(said.mock.calls.map(([line]) => String(line))).toEqual([
        expect.stringMatching(/^the record could not be checked: died SIGKILL/),
      ]);
      said.mockRestore();
      expect(await checks()).toHaveLength(0);
      expect((await office().get(NightlyCheck).execute()).wrong).toBeNull();
    },
    MS,
  );

  it(
    'is the only one: whoever asks meanwhile is told so',
    async () => {
      const other = await hold(`SELECT pg_advisory_lock(hashtextextended('patravali check of the record', 0))`);
      const asked = office().get(CheckRecord).execute({ whole: true });
      await expect(asked).rejects.toMatchObject({ name: 'CheckNotMade', reason: 'under-way' });
      await other.end();
      expect((await office().get(CheckRecord).execute({ whole: true })).chains.broken).toEqual([]);
    },
    MS,
  );
});
