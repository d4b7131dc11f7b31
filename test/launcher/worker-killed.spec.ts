import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DispatchIssue as DispatchIssueRequest } from '@patravali/contract';
import { DispatchIssue, IssueViewQuery } from '@patravali/dispatch';
import { writeLetterToMail } from '../../libs/office/dispatch/test/letter-to-mail';
import { TroubledMailServer } from '../../libs/office/dispatch/test/troubled-mail-server';
import { useOffice } from '../support/office/office';
import { DIST } from '../support/processes/running-office';
import { runs } from '../support/run/runs';

const WITHIN_MS = 60_000;

describe('a worker that is killed while it mails a letter', () => {
  let server: TroubledMailServer;
  const workers: ChildProcess[] = [];
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await server.close();
  });
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => void (server = await TroubledMailServer.start()));

  function startWorker(): ChildProcess {
    const { databaseUrl, dataFolder } = office().config;
    const worker = spawn(process.execPath, [join(DIST, 'apps', 'worker', 'src', 'main.js')], {
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: '',
        DATABASE_URL: databaseUrl,
        PATRAVALI_DATA: dataFolder,
        PATRAVALI_DEMO: 'off',
        SMTP_URL: server.url,
        MAIL_FROM: 'office@example.in',
      },
    });
    workers.push(worker);
    return worker;
  }

  it('leaves the mail to another within a minute, and the letter tells that it may have arrived twice', async () => {
    const by = office().at('SO');
    const id = await writeLetterToMail(office(), '%PDF-1.7 a signed letter');
    const request = DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode: 'email' }] });
    server.trouble = 'silent';
    const first = startWorker();
    const { dispatchIds } = await office().get(DispatchIssue).execute(by, id, request);
    while (server.taken.length === 0) await sleep(50);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const killed = Date.now();
    server.trouble = 'none';
    startWorker();
    // The long version waits as long as an office does; here twenty seconds of silence pass at once.
    if (runs(1) === 1) await office().rows(`UPDATE pgboss.job SET heartbeat_on = heartbeat_on - INTERVAL '20 seconds'`);
    const dispatch = async () => {
      const view = await office().get(IssueViewQuery).execute(by, id);
      return view.sendings[0]?.dispatches[0];
    };
    while ((await dispatch())?.state === 'queued' && Date.now() - killed < WITHIN_MS) await sleep(100);
    expect(await dispatch()).toMatchObject({ state: 'sent', unansweredAttempts: 1, failure: null });
    const messageId = `<${dispatchIds[0] ?? ''}@patravali>`;
    expect(server.taken).toEqual([messageId, messageId]);
  }, 180_000);
});
