import type { Actor } from '@patravali/authorization';
import { useApi } from '../../support/http/api';

const TOKEN = 'who-watches-the-office';

describe('the health of the office', () => {
  const api = useApi({ holds: 'section', config: { metricsToken: TOKEN } });
  let administrator: Actor;
  beforeAll(async () => {
    administrator = await api().office.actor({ marking: 'ADMIN', roles: ['administrator'] });
  });
  const asking = (authorization: string) => api().ask('get', '/health/ready', { headers: { authorization } });
  const ready = () => asking(`Bearer ${TOKEN}`);

  it('is good when every part works', async () => {
    expect(await ready()).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
        commit: expect.any(String) as string,
        database: 'ready',
        store: 'ready',
        jobs: 'ready',
        log: 'ready',
        record: 'unchecked',
        backup: 'never',
      },
    });
  });

  it('is told to strangers as yes or no, and in its parts to who watches the office, and to administrators', async () => {
    expect((await api().ask('get', '/health/ready')).body).toEqual({ status: 'ready' });
    expect((await asking('Bearer somebody-elses-token')).body).toEqual({ status: 'ready' });
    const { office } = api();
    const token = (actor: Actor) => api().token(actor);
    expect((await asking(`Bearer ${await token(office.at('SO'))}`)).body).toEqual({ status: 'ready' });
    expect((await asking(`Bearer ${await token(administrator)}`)).body).toMatchObject({ store: 'ready' });
  });

  it.each([
    [
      'the application may not write',
      'REVOKE UPDATE ON health_probe FROM patravali_app',
      'GRANT UPDATE (asked_at) ON health_probe TO patravali_app',
      'not-permitted',
    ],
    ['somebody holds what is written', 'BEGIN; LOCK TABLE health_probe', 'ROLLBACK', 'silent'],
  ])('is bad when %s, which is named', async (_, breaks, mends, database) => {
    const owner = await api().office.owner.connect();
    await owner.query(breaks);
    // What was written a moment ago is enough for a while.
    let said = await ready();
    while (said.status === 200) said = await ready();
    const stranger = await api().ask('get', '/health/ready');
    await owner.query(mends);
    owner.release();
    expect(said).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { code: 'office-not-ready', params: { database, store: 'ready', jobs: 'ready' } },
    });
    expect(stranger).toMatchObject({ status: 503, body: { code: 'office-not-ready' } });
    expect(stranger.text).not.toMatch(/database|store|jobs/);
    expect(said.text).not.toMatch(/patravali_app|health_probe|permission/);
    expect((await ready()).status).toBe(200);
  });

  it('tells that the process lives without asking the database', async () => {
    const owner = await api().office.owner.connect();
    await owner.query('BEGIN; LOCK TABLE health_probe');
    expect(await api().ask('get', '/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    await owner.query('ROLLBACK');
    owner.release();
  });
});
