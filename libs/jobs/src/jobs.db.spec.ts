import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import type { Config } from '@patravali/config';
import { FoundationModule } from '@patravali/foundation';
import { JobsModule, TidyKeys } from '@patravali/jobs';
import { useSection } from '../../../test/support/section';

const section = useSection();

describe('the jobs of the office', () => {
  it('throw away what has done its service, and nothing else', async () => {
    const { organisationId, userId } = section().actor('SO');
    for (const [name, age] of [
      ['old', '25 hours'],
      ['young', '23 hours'],
    ]) {
      await section().rows(
        `INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash, created_at)
         VALUES ($1, $2, $3, '', clock_timestamp() - $4::interval)`,
        [organisationId, userId, name, age],
      );
      await section().rows(
        `INSERT INTO sign_in_failure (id, username, address, at)
         VALUES (gen_random_uuid(), $1, '', clock_timestamp() - $2::interval)`,
        [name, age],
      );
      await section().rows(
        `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
         VALUES ($1, $2, $3, false, clock_timestamp() + CASE WHEN $1 = 'old' THEN -1 ELSE 1 END * INTERVAL '1 minute')`,
        [name, organisationId, userId],
      );
    }
    await new TidyKeys(section().dataSource.manager).execute();
    const left = await section().rows(
      `SELECT (SELECT string_agg(key, ' ') FROM idempotency_key) AS keys,
         (SELECT string_agg(username, ' ') FROM sign_in_failure) AS failures,
         (SELECT string_agg(token_hash, ' ') FROM session) AS sessions`,
    );
    expect(left).toEqual([{ keys: 'young', failures: 'young', sessions: 'young' }]);
  });

  it('run in the process that is told to run them, and by the clock', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'patravali-jobs-'));
    const config: Config = {
      ...{ port: 0, host: '127.0.0.1', publicUrl: 'http://127.0.0.1', dataFolder, databaseUrl: section().databaseUrl },
      ...{
        demo: false,
        maxUploadBytes: 1,
        mail: { kind: 'none' },
        jobsInProcess: true,
        secureCookies: false,
        sessionHours: 8,
      },
    };
    const app = await Test.createTestingModule({ imports: [FoundationModule.with(config), JobsModule] }).compile();
    app.enableShutdownHooks();
    await app.init();
    const timetable = await section().rows('SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name');
    expect(timetable).toEqual([
      { name: 'sweep', cron: '30 2 * * *', timezone: 'Asia/Kolkata' },
      { name: 'tidy-keys', cron: '15 * * * *', timezone: 'Asia/Kolkata' },
    ]);
    await section().transactions.run(section().actor('SO'), async (tx) => {
      await tx.enqueue('tidy-keys', {});
      await tx.record({
        subject: { kind: 'organisation', id: section().organisationId },
        name: 'organisation.changed',
      });
      return {};
    });
    const done = () =>
      section().rows<{ state: string }>(
        `SELECT state FROM pgboss.job WHERE name = 'tidy-keys' ORDER BY created_on LIMIT 1`,
      );
    for (let tries = 0; tries < 100 && (await done())[0]?.state !== 'completed'; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await done()).toEqual([{ state: 'completed' }]);
    await app.close();
    await rm(dataFolder, { recursive: true });
  });
});
