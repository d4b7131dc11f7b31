import { hostname } from 'node:os';
import { type Mail, OfficeMail } from '@patravali/dispatch';
import { useOffice } from '../../../../../test/support/office/office';
import { type KnownCondition, OfficeCondition } from '../condition/office-condition';
import { TellTroubles } from './tell-troubles';

const ROOM = { freeBytes: 50, totalBytes: 100 };
const WELL: KnownCondition = { log: 'ready', record: 'ready', isCheckOverdue: false, backup: 'ready', disk: ROOM };
const FULL: KnownCondition = { ...WELL, disk: { freeBytes: 9, totalBytes: 100 } };

describe('mails about what troubles the office', () => {
  let condition: KnownCondition = WELL;
  let isServerAway = false;
  const sent: Mail[] = [];
  const send = (mail: Mail) => {
    if (isServerAway) return Promise.reject(new Error('ECONNREFUSED'));
    sent.push(mail);
    return Promise.resolve();
  };
  const office = useOffice({
    config: { troubleMail: 'admin@example.in' },
    overrides: [
      { provide: OfficeMail, value: { send } },
      { provide: OfficeCondition, value: { ask: () => Promise.resolve(condition) } },
    ],
  });
  beforeEach(async () => {
    await office().rows('DELETE FROM told_trouble');
  });

  /** What is mailed when the office is found so. */
  const look = async (found: KnownCondition): Promise<Mail[]> => {
    condition = found;
    await office().get(TellTroubles).execute();
    return sent.splice(0);
  };
  const halfAnHourGoesBy = () =>
    office().rows(
      `UPDATE told_trouble SET since = since - INTERVAL '1 hour', gone_at = gone_at - INTERVAL '31 minutes'`,
    );
  const told = () => office().rows('SELECT trouble, place, told FROM told_trouble ORDER BY trouble, place');

  it('come once when a trouble comes, in both languages, and once when it has been gone for a while', async () => {
    expect(await look(WELL)).toEqual([]);
    const troubled = { ...WELL, log: 'stands' } as const;
    const [mail, ...others] = await look(troubled);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'admin@example.in' });
    expect(mail?.text).toMatch(
      /इन पर आपका ध्यान चाहिए:\n- कार्यालय का लॉग रुका हुआ है[^]*These need your attention:\n- The log of the office has stopped/,
    );
    expect([await look(troubled), await look(WELL)]).toEqual([[], []]);
    await halfAnHourGoesBy();
    const [over, ...more] = await look(WELL);
    expect([over?.text, more]).toEqual([
      expect.stringContaining('These are resolved:\n- The log of the office has stopped'),
      [],
    ]);
    expect([await look(WELL), await told()]).toEqual([[], []]);
  });

  it('are no storm when a trouble comes and goes', async () => {
    const [mail] = await look(FULL);
    expect(mail?.text).toContain(`(Machine: ${hostname()})`);
    for (let times = 0; times < 5; times++) expect([await look(WELL), await look(FULL)]).toEqual([[], []]);
    expect(await told()).toEqual([{ trouble: 'disk', place: hostname(), told: true }]);
  });

  it('are tried again at the next look when they did not leave, under the same name', async () => {
    isServerAway = true;
    expect(await look({ ...WELL, record: 'wrong' })).toEqual([]);
    isServerAway = false;
    const [mail] = await look({ ...WELL, record: 'wrong' });
    expect(mail?.text).toContain('differs from what was recorded');
    expect(await told()).toEqual([{ trouble: 'record', place: '', told: true }]);
  });

  it('are not sent of what was over before it could be told', async () => {
    isServerAway = true;
    await look(FULL);
    isServerAway = false;
    expect([await look(WELL), await told()]).toEqual([[], []]);
  });

  it('leave alone what another machine has told', async () => {
    await office().rows(`INSERT INTO told_trouble (trouble, place, told) VALUES ('disk', 'another', true)`);
    await look(WELL);
    await halfAnHourGoesBy();
    expect(await look(WELL)).toEqual([]);
    expect(await told()).toEqual([{ trouble: 'disk', place: 'another', told: true }]);
  });
});
