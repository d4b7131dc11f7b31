import type { Actor } from '@patravali/authorization';
import { LastBackup } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { recordBackup } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { useApi } from '../../support/http/api';

const TOKEN = 'who-watches-the-office';

describe('the last backup of the office, over HTTP', () => {
  const api = useApi({ holds: 'section', config: { metricsToken: TOKEN } });
  let administrator: Actor;
  beforeAll(async () => {
    administrator = await api().office.actor({ marking: 'ADMIN', roles: ['administrator'] });
  });

  const asked = async () => LastBackup.parse((await api().as(administrator, 'get', '/last-backup')).body);
  const health = () => api().ask('get', '/health/ready', { headers: { authorization: `Bearer ${TOKEN}` } });
  const state = async () => ((await health()).body as { backup?: string }).backup;
  const beDaysAgo = (days: number) =>
    api().office.rows(`ALTER TABLE office_clock DISABLE TRIGGER USER;
      INSERT INTO office_clock (behind) VALUES (INTERVAL '${days} days')
        ON CONFLICT (only_one) DO UPDATE SET behind = EXCLUDED.behind;
      ALTER TABLE office_clock ENABLE TRIGGER USER`);
  const backUp = (withKey: boolean) => {
    const { office } = api();
    const made = { takenAt: new Date().toISOString(), rows: 9, documents: 3, entries: 5, withKey };
    return recordBackup(office.get(EntityManager), office.get(Transactions), made);
  };

  it('is told to administrators alone', async () => {
    const { office } = api();
    expect(await api().as(office.at('SO'), 'get', '/last-backup')).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
  });

  it('is none at first, which health names and nobody is refused for', async () => {
    expect(await asked()).toEqual({ last: null, overdue: true });
    expect(await state()).toBe('never');
  });

  it('is old after four days, and good again with the next', async () => {
    await beDaysAgo(5);
    await backUp(false);
    await beDaysAgo(0);
    expect(await asked()).toMatchObject({ last: { documents: 3, withKey: false }, overdue: true });
    const { status, body } = await health();
    expect([status, body]).toMatchObject([200, { status: 'ready', backup: 'old' }]);
    await backUp(true);
    expect(await asked()).toEqual({
      last: { at: expect.stringMatching(/Z$/) as string, documents: 3, withKey: true },
      overdue: false,
    });
    expect(await state()).toBe('ready');
  });
});
