import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECK_RECORD } from '@patravali/audit';
import {
  DELETE_EXPIRED_KEYS,
  deleteExpiredKeys,
  dropJobs,
  jobsNamed,
  queueLengths,
  retryJobs,
  unfinishedJobs,
} from '@patravali/database';
import { DELETE_EXPIRED_SESSIONS } from '@patravali/identity';
import { useOffice } from '../../support/office/office';

const office = useOffice({ holds: 'section' });

const jobsDone = async (queue: string) => {
  const states = await office().rows<{ state: string }>('SELECT state FROM pgboss.job WHERE name = $1', [queue]);
  return states.length > 0 && states.every(({ state }) => state === 'completed');
};

/** One row of each kind that is a minute too old, and one that is not. */
async function writeOldAndYoung(): Promise<void> {
  const { organisationId, userId } = office().at('SO');
  for (const [name, age] of [
    ['old', '24 hours 1 minute'],
    ['young', '23 hours 59 minutes'],
  ]) {
    await office().rows(
      `INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash, created_at)
       VALUES ($1, $2, $3, '', clock_timestamp() - $4::interval)`,
      [organisationId, userId, name, age],
    );
    await office().rows(
      `INSERT INTO sign_in_attempt (username, network, failures, last_at)
       VALUES ($1, '', 1, clock_timestamp() - $2::interval)`,
      [name, age],
    );
    await office().rows(
      `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
       VALUES ($1, $2, $3, false, clock_timestamp() + CASE WHEN $1 = 'old' THEN -1 ELSE 1 END * INTERVAL '1 minute')`,
      [name, organisationId, userId],
    );
  }
}

const left = () =>
  office().rows(
    `SELECT (SELECT string_agg(key, ' ') FROM idempotency_key) AS keys,
       (SELECT string_agg(username, ' ') FROM sign_in_attempt) AS failures,
       (SELECT string_agg(token_hash, ' ') FROM session) AS sessions`,
  );

describe('the jobs of the office', () => {
  it('begin with nothing deleted before its time', async () => {
    await writeOldAndYoung();
    await deleteExpiredKeys(office().manager);
    expect(await left()).toEqual([{ keys: 'young', failures: 'old young', sessions: 'old young' }]);
  });

  it('are listed as long as they are not done, and tried again or dropped by hand unless somebody is at them', async () => {
    const [failed, waiting, active] = [randomUUID(), randomUUID(), randomUUID()];
    await office().rows(
      `INSERT INTO pgboss.job (id, name, state, retry_count, retry_limit, output, start_after, created_on) VALUES
         ($1, 'sweep', 'failed', 12, 12, '{"message": "no room"}', now(), now() - INTERVAL '3 hours'),
         ($2, 'sweep', 'retry', 3, 12, NULL, now() + INTERVAL '1 hour', now() - INTERVAL '2 hours'),
         ($3, 'sweep', 'active', 0, 12, NULL, now(), now() - INTERVAL '1 hour')`,
      [failed, waiting, active],
    );
    const all = [failed, waiting, active];
    expect(await unfinishedJobs(office().manager, 'sweep', 10)).toMatchObject([
      { id: failed, queue: 'sweep', state: 'failed', attempts: 13, next: null, failure: 'no room' },
      { id: waiting, state: 'retry', attempts: 3, next: expect.stringMatching(/Z$/) as string, failure: null },
      { id: active, state: 'active', attempts: 1, next: null },
    ]);
    expect(await unfinishedJobs(office().manager, 'make-pdf', 10)).toEqual([]);
    const lengths = async () => (await queueLengths(office().manager)).find(({ queue }) => queue === 'sweep');
    expect(await lengths()).toMatchObject({ waiting: 1, active: 1, failed: 1 });
    expect(await retryJobs(office().manager, all)).toBe(2);
    expect((await jobsNamed(office().manager, all)).map(({ state }) => state)).toEqual(['retry', 'retry', 'active']);
    expect(await lengths()).toMatchObject({ waiting: 2, active: 1, failed: 0 });
    expect((await lengths())?.oldestSeconds).toBeGreaterThan(3 * 3600 - 60);
    expect(await dropJobs(office().manager, all)).toBe(2);
    expect((await jobsNamed(office().manager, all)).map(({ id }) => id)).toEqual([active]);
    await office().rows('DELETE FROM pgboss.job WHERE id = $1', [active]);
  });

  it('are done in the process that is told to do them, and by the clock', async () => {
    expect(await office().rows('SELECT name FROM pgboss.schedule')).toEqual([]);
    await office().start({ jobsInProcess: true });
    expect(await office().rows('SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name')).toEqual([
      { name: 'begin-digests', cron: '0 10 * * *', timezone: 'Asia/Kolkata' },
      { name: 'calendar-notices', cron: '30 6 * * *', timezone: 'Asia/Kolkata' },
      { name: 'check-record', cron: '30 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'delete-expired-keys', cron: '15 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'delete-expired-sessions', cron: '20 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'delete-old-notices', cron: '50 2 * * *', timezone: 'Asia/Kolkata' },
      { name: 'end-parkings', cron: '* * * * *', timezone: 'Asia/Kolkata' },
      { name: 'finish-abandoned-issues', cron: '35 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'follow-superiors', cron: '* * * * *', timezone: 'Asia/Kolkata' },
      { name: 'make-late-charge-certificates', cron: '45 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'mark-store', cron: '10 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'read-delivery-reports', cron: '*/5 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'recognise-text', cron: '* * * * *', timezone: 'Asia/Kolkata' },
      { name: 'retry-abandoned-mail', cron: '45 2 * * *', timezone: 'Asia/Kolkata' },
      { name: 'seal-old-rows', cron: '* * * * *', timezone: 'Asia/Kolkata' },
      { name: 'sort-in-readers', cron: '40 * * * *', timezone: 'Asia/Kolkata' },
      { name: 'sweep', cron: '30 2 * * *', timezone: 'Asia/Kolkata' },
      { name: 'tell-troubles', cron: '*/5 * * * *', timezone: 'Asia/Kolkata' },
    ]);
    await office().transactions.run(office().at('SO'), async (tx) => {
      await tx.enqueue(DELETE_EXPIRED_KEYS, {});
      await tx.enqueue(DELETE_EXPIRED_SESSIONS, {});
      await tx.record('organisation.changed', office().id);
      return {};
    });
    for (const { name } of [DELETE_EXPIRED_KEYS, DELETE_EXPIRED_SESSIONS]) {
      for (let tries = 0; tries < 100 && !(await jobsDone(name)); tries++) await sleep(100);
      expect([name, await jobsDone(name)]).toEqual([name, true]);
    }
    expect(await left()).toEqual([{ keys: 'young', failures: 'young', sessions: 'young' }]);
  });

  it('check the record once, however many processes there are', async () => {
    await office().start({ jobsInProcess: true });
    await office().transactions.run(office().at('SO'), async (tx) => {
      await tx.enqueue(CHECK_RECORD, {});
      await tx.record('organisation.changed', office().id);
      return {};
    });
    for (let tries = 0; tries < 200 && !(await jobsDone(CHECK_RECORD.name)); tries++) await sleep(100);
    expect(
      await office().rows(
        `SELECT data->'wrong' AS wrong, user_id FROM event WHERE subject_id = $1 AND name = 'organisation.record_checked'`,
        [office().id],
      ),
    ).toEqual([{ wrong: null, user_id: null }]);
  });

  it('exist exactly if their transaction commits', async () => {
    const count = () =>
      office().rows('SELECT count(*)::int FROM pgboss.job WHERE name = $1', [DELETE_EXPIRED_KEYS.name]);
    const before = await count();
    const failing = office().transactions.run(office().at('SO'), async (tx) => {
      await tx.enqueue(DELETE_EXPIRED_KEYS, {});
      throw new Error('the command failed');
    });
    await expect(failing).rejects.toThrow('the command failed');
    expect(await count()).toEqual(before);
  });
});
