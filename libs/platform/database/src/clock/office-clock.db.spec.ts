import { Client } from 'pg';
import { useOwner } from '../../../../../test/support/database/owner';
import { id, OURS } from '../../../../../test/support/office/one-of-everything';
import { OfficeClock } from './office-clock';

const DAY_MS = 86_400_000;
const SOON_MS = 60_000;

describe('the clock of the office', () => {
  let application: Client | undefined;
  let clock: OfficeClock;
  // Before the database's own hook: it is dropped when nobody is connected any more.
  afterAll(() => application?.end());
  const owner = useOwner();
  beforeAll(async () => {
    application = new Client({ connectionString: owner().database.appUrl });
    await application.connect();
    clock = new OfficeClock({ query: async (sql, values) => (await owner().client.query<object>(sql, values)).rows });
  });
  // Each test begins with an office in which nothing has happened.
  beforeEach(() => owner().client.query('BEGIN'));
  afterEach(async () => {
    await asApplication('RESET ALL');
    await owner().client.query('ROLLBACK');
  });

  const inApplication = (): Client => {
    if (!application) throw new Error('the application is connected once beforeAll has run');
    return application;
  };
  const asApplication = (sql: string) => inApplication().query(sql);
  const timeFor = async (client: Client): Promise<number> =>
    (await client.query<{ at: Date }>('SELECT office_now() AS at')).rows[0]?.at.getTime() ?? 0;
  const behind = async (client = owner().client) => Date.now() - (await timeFor(client));
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  const somethingHappens = () =>
    owner().client.query(`
      INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${OURS}', 'क', 'O', '', '');
      INSERT INTO office_user (id, organisation_id, username, name_hi, name_en) VALUES ('${id('u1')}', '${OURS}', 'so', '', '');
      INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data)
        VALUES ('${id('e1')}', '${OURS}', 'organisation', '${OURS}', 1, 'organisation.loaded', '{}')`);

  it('has the time of the machine, and the day of India', async () => {
    expect(Math.abs(await behind())).toBeLessThan(SOON_MS);
    const { rows } = await owner().client.query<{ same: boolean }>(
      `SELECT india_today() = (clock_timestamp() AT TIME ZONE 'Asia/Kolkata')::date AS same`,
    );
    expect(rows).toEqual([{ same: true }]);
  });

  it('shows the owner’s earlier time before anything has happened, runs on from there, and stamps events with it', async () => {
    await clock.show(daysAgo(92));
    const before = await timeFor(owner().client);
    expect(await behind()).toBeGreaterThan(92 * DAY_MS - SOON_MS);
    await owner().client.query(`SELECT pg_sleep(0.01)`);
    expect(await timeFor(owner().client)).toBeGreaterThan(before);
    await somethingHappens();
    const { rows } = await owner().client.query<{ days: number }>(
      `SELECT india_today() - (SELECT at AT TIME ZONE 'Asia/Kolkata' FROM event)::date AS days`,
    );
    expect(rows).toEqual([{ days: 0 }]);
  });

  it('never goes back, and never beyond the time of the machine', async () => {
    await clock.show(daysAgo(50));
    await clock.show(daysAgo(80));
    expect(await behind()).toBeLessThan(50 * DAY_MS + SOON_MS);
    await clock.show(daysAgo(-3));
    expect(Math.abs(await behind())).toBeLessThan(SOON_MS);
    await clock.show(daysAgo(3));
    expect(Math.abs(await behind())).toBeLessThan(SOON_MS);
    await expect(owner().client.query(`UPDATE office_clock SET behind = '1 hour'`)).rejects.toMatchObject({
      constraint: 'clock_goes_forward',
    });
  });

  it('is closed for good once it was closed, also for the owner', async () => {
    await clock.show(daysAgo(92));
    await somethingHappens();
    await clock.close();
    await clock.show(daysAgo(10));
    expect(Math.abs(await behind())).toBeLessThan(SOON_MS);
    await owner().client.query('DELETE FROM office_clock');
    await expect(clock.show(daysAgo(10))).rejects.toMatchObject({ constraint: 'clock_goes_forward' });
  });

  it('cannot be set back in an office that has begun its work', async () => {
    await somethingHappens();
    await expect(clock.show(daysAgo(1))).rejects.toMatchObject({ constraint: 'clock_goes_forward' });
  });

  it.each([
    ['opened', `INSERT INTO office_clock (behind) VALUES ('92 days')`],
    ['set', `UPDATE office_clock SET behind = '0'`],
    ['taken away', 'DELETE FROM office_clock'],
    ['emptied', 'TRUNCATE office_clock'],
    ['replaced', `CREATE OR REPLACE FUNCTION public.office_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'`],
    ['dropped', 'DROP FUNCTION office_now() CASCADE'],
    ['told otherwise', 'ALTER FUNCTION office_now() VOLATILE'],
    ['unguarded', 'ALTER TABLE office_clock DISABLE TRIGGER clock_goes_forward'],
  ])('is not %s by the application', async (_, statement) => {
    await expect(asApplication(statement)).rejects.toMatchObject({ code: '42501' });
    expect(Math.abs(await behind(inApplication()))).toBeLessThan(SOON_MS);
  });

  it('heeds nothing that the application sets in its session, neither variables nor tables of its own', async () => {
    await asApplication(
      `SET patravali.now = '2020-01-01'; SET office.clock = '92 days'; SET TimeZone = 'Pacific/Apia'`,
    );
    await asApplication(`CREATE TEMP TABLE office_clock (only_one boolean DEFAULT true, behind interval)`);
    await asApplication(`INSERT INTO pg_temp.office_clock (behind) VALUES ('92 days')`);
    await asApplication(`SET search_path = pg_temp, public`);
    expect(Math.abs(await behind(inApplication()))).toBeLessThan(SOON_MS);
    const { rows } = await asApplication(
      `SELECT india_today() = (clock_timestamp() AT TIME ZONE 'Asia/Kolkata')::date AS same`,
    );
    expect(rows).toEqual([{ same: true }]);
    await asApplication('DROP TABLE pg_temp.office_clock');
  });

  it('leaves sessions, sign-in links and idempotency keys the time of the machine', async () => {
    await clock.show(daysAgo(92));
    await somethingHappens();
    const { rows } = await owner()
      .client.query<{ fresh: boolean }>(
        `
      INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash) VALUES ('${OURS}', '${id('u1')}', 'k', 'h')`,
      )
      .then(() =>
        owner().client.query(
          `SELECT created_at > clock_timestamp() - INTERVAL '1 minute' AS fresh FROM idempotency_key`,
        ),
      );
    expect(rows).toEqual([{ fresh: true }]);
  });

  it('is a stable function, so that an index serves “before today”', async () => {
    const { rows } = await owner().client.query(
      `SELECT proname, provolatile FROM pg_proc WHERE proname IN ('office_now', 'india_today') ORDER BY 1`,
    );
    expect(rows).toEqual([
      { proname: 'india_today', provolatile: 's' },
      { proname: 'office_now', provolatile: 's' },
    ]);
  });
});
