import { useApi } from '../../support/http/api';

describe('the health of the office', () => {
  const api = useApi();
  const ready = () => api().ask('get', '/health/ready');

  it('is good when every part works', async () => {
    expect(await ready()).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        database: 'ready',
        store: 'ready',
        jobs: 'ready',
        log: 'ready',
        record: 'unchecked',
        backup: 'never',
      },
    });
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
    await owner.query(mends);
    owner.release();
    expect(said).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { code: 'database-unavailable', params: { database, store: 'ready', jobs: 'ready' } },
    });
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
