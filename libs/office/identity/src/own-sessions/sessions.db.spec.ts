import { EndOtherSessions, EndSession, FindSession, ListSessions, SignInAsDemoPerson } from '@patravali/identity';
import { useOffice } from '../../../../../test/support/office/office';
import { SMALL_OFFICE } from '../../../../../test/support/office/small-office';
import { DeleteExpiredSessions } from '../session/delete-expired';

const office = useOffice({ holds: 'nothing', config: { demo: true, idleMinutes: 60, sessionsPerPerson: 3 } });
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const enter = async (username = 'asha', address = '10.0.0.7') =>
  (await office().get(SignInAsDemoPerson).execute({ username, address, device: FIREFOX })).token;
const find = (token: string, unattended = false) => office().get(FindSession).execute(token, { unattended });
const isIn = async (token: string) =>
  await find(token).then(
    () => true,
    () => false,
  );
const list = async (token: string) =>
  (
    await office()
      .get(ListSessions)
      .execute(await find(token))
  ).items;
/** As if nobody had used any session for so long. */
const rest = (minutes: number) =>
  office().rows('UPDATE session SET last_used_at = last_used_at - make_interval(secs => $1)', [minutes * 60]);
const unusedFor = async () => {
  const [row] = await office().rows<{ seconds: number }>(
    'SELECT extract(epoch FROM clock_timestamp() - last_used_at)::float8 AS seconds FROM session',
  );
  return row?.seconds ?? NaN;
};
const ended = () =>
  office().rows(
    `SELECT u.username, e.data ->> 'how' AS how, e.address AS host
     FROM security_event e JOIN office_user u ON u.id = e.user_id WHERE kind = 'session_ended' ORDER BY at, e.id`,
  );

beforeAll(async () => {
  await office().load({ ...SMALL_OFFICE, organisation: { ...SMALL_OFFICE.organisation, demo: true } });
});
beforeEach(async () => {
  await office().rows('DELETE FROM session');
  await office().rows('ALTER TABLE security_event DISABLE TRIGGER USER; DELETE FROM security_event');
  await office().rows('ALTER TABLE security_event ENABLE TRIGGER USER');
});

describe('a session that nobody uses', () => {
  it('ends after an hour, at once and for every request, and not before', async () => {
    const token = await enter();
    await rest(59);
    // Asked as by a page that nobody is at: else the use is noted, perhaps only after the next line.
    await find(token, true);
    await rest(2);
    await expect(find(token)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('is kept alive by work, written at most once a minute', async () => {
    const token = await enter();
    await rest(50);
    await find(token);
    while ((await unusedFor()) > 60) await find(token);
    await rest(0.5);
    const before = await unusedFor();
    await find(token);
    expect(await unusedFor()).toBeGreaterThanOrEqual(before);
    await rest(55);
    expect(await isIn(token)).toBe(true);
  });

  it('is not kept alive by a page that asks by itself', async () => {
    const token = await enter();
    for (let minutes = 0; minutes < 60; minutes += 20) {
      await find(token, true);
      await rest(20);
    }
    await expect(find(token, true)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('is swept with the record that it ended by itself, and when it was last used', async () => {
    await enter('asha');
    await rest(61);
    await enter('ravi', '10.0.0.9');
    await office().rows(`UPDATE session SET expires_at = clock_timestamp() WHERE address = '10.0.0.9'`);
    const lives = await enter('ravi', '10.0.0.10');
    await office().get(DeleteExpiredSessions).execute();
    expect((await ended()).sort((one, other) => (String(one.host) < String(other.host) ? -1 : 1))).toEqual([
      { username: 'asha', how: 'idle', host: '10.0.0.7' },
      { username: 'ravi', how: 'over', host: '10.0.0.9' },
    ]);
    expect(await isIn(lives)).toBe(true);
  });
});

describe("one's own sessions", () => {
  it('are shown with device, address and last use, this one first, and nobody else’s', async () => {
    const [here, elsewhere] = [await enter('asha'), await enter('asha', '10.0.0.8')];
    await enter('ravi');
    const shown = await list(here);
    expect(shown.map(({ address, current, device }) => [address, current, device])).toEqual([
      ['10.0.0.7', true, FIREFOX],
      ['10.0.0.8', false, FIREFOX],
    ]);
    expect((await list(elsewhere)).map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(shown)).not.toContain(elsewhere);
    await rest(61);
    expect(await list(await enter('asha'))).toHaveLength(1);
  });

  it('end one by one or all others, in every process at once; those of others do not', async () => {
    const [here, elsewhere, third] = [await enter(), await enter('asha', '10.0.0.8'), await enter('asha', '10.0.0.9')];
    const ravis = await enter('ravi');
    const end = async (by: string, id: string | undefined) => {
      await office()
        .get(EndSession)
        .execute(await find(by), id ?? '');
    };
    const other = await office().start();
    const [, second] = (await list(here)).sort((one, two) => String(one.address).localeCompare(String(two.address)));
    await expect(end(ravis, second?.id)).rejects.toMatchObject({ code: 'not-found' });
    await end(here, second?.id);
    await expect(other.get(FindSession, { strict: false }).execute(elsewhere)).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    await expect(end(here, second?.id)).rejects.toMatchObject({ code: 'not-found' });
    await office()
      .get(EndOtherSessions)
      .execute(await find(here));
    expect([await isIn(here), await isIn(third), await isIn(ravis)]).toEqual([true, false, true]);
    expect(await ended()).toEqual([
      { username: 'asha', how: 'by_another_session', host: '10.0.0.8' },
      { username: 'asha', how: 'by_another_session', host: '10.0.0.9' },
    ]);
  });

  it('are three at most here: the fourth ends the one used longest ago', async () => {
    const tokens: string[] = [];
    for (const host of [1, 2, 3]) tokens.push(await enter('asha', `10.0.0.${host}`));
    await office().rows(
      `UPDATE session SET last_used_at = last_used_at - INTERVAL '5 minutes' WHERE address = '10.0.0.2'`,
    );
    tokens.push(await enter('asha', '10.0.0.4'));
    expect(await Promise.all(tokens.map(isIn))).toEqual([true, false, true, true]);
    expect(await ended()).toEqual([{ username: 'asha', how: 'too_many', host: '10.0.0.2' }]);
    await Promise.all(Array.from({ length: 6 }, () => enter('asha')));
    expect(await list(await enter('asha'))).toHaveLength(3);
  });
});
