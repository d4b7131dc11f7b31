import { NightlyCheck } from '@patravali/audit';
import type { Actor } from '@patravali/authorization';
import { RecordCheck } from '@patravali/contract';
import { Sequencer } from '@patravali/ledger';
import { ForwardFile } from '@patravali/movement';
import { useApi } from '../../support/http/api';
import { checkRecordHere } from '../../support/tampering/check-record-here';
import { WORDS } from '../../support/office/words';

const TOKEN = 'who-watches-the-office';

describe('the last check of the whole record, over HTTP', () => {
  const api = useApi({ holds: 'section', config: { metricsToken: TOKEN } });
  checkRecordHere(() => api().office);
  let auditor: Actor;
  let fileId: string;
  let number: string;
  let otherId: string;
  beforeAll(async () => {
    const { office } = api();
    const [so, us, clerk] = [office.at('SO'), office.at('US'), office.at('CLERK')];
    auditor = await office.actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office.unitId] });
    ({ fileId, number } = await office.newFile(so));
    ({ fileId: otherId } = await office.newFile(clerk));
    await office.get(ForwardFile).execute(so, fileId, { toPostId: us.postId, ...WORDS });
    while (await office.get(Sequencer).round());
  }, 120_000);

  const asked = async () => {
    const { status, body } = await api().as(auditor, 'get', '/audit/record-check');
    expect(status).toBe(200);
    return RecordCheck.parse(body);
  };
  const health = () => api().ask('get', '/health/ready', { headers: { authorization: `Bearer ${TOKEN}` } });
  const record = async () => ((await health()).body as { record?: string }).record;
  const check = () => api().office.get(NightlyCheck).execute({ whole: true });
  /** As somebody would who may do everything. */
  const tamper = (table: string, sql: string) =>
    api().office.rows(`ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`);
  const beDaysAgo = (days: number) =>
    tamper(
      'office_clock',
      `INSERT INTO office_clock (behind) VALUES (INTERVAL '${days} days') ON CONFLICT (only_one) DO UPDATE SET behind = EXCLUDED.behind`,
    );
  const ofNote = (id: string) => ({ fault: 'note_changed', of: { kind: 'file', id }, place: '1' });

  it('is told of an office that was not checked yet, which is no fault of a young one', async () => {
    expect(await asked()).toEqual({ last: null, wholeAt: null, overdue: false });
    expect(await record()).toBe('unchecked');
  });

  it('is told as overdue when none has come to its end for more than two days', async () => {
    await beDaysAgo(3);
    await check();
    await beDaysAgo(0);
    expect(await asked()).toMatchObject({ last: { wrong: null }, overdue: true });
    expect(await record()).toBe('unchecked');
  });

  it('says when it was, how much was checked, and that nothing was changed', async () => {
    const { events, entries, parts } = await check();
    const at = expect.stringMatching(/Z$/) as string;
    const uncoveredSeconds = expect.any(Number) as number;
    expect(await asked()).toEqual({
      last: { at, whole: true, since: null, events, entries, parts, uncoveredSeconds, wrong: null },
      wholeAt: at,
      overdue: false,
    });
    expect(await record()).toBe('ready');
  });

  it('names the first thing that is wrong, by the number of the file for whoever audits that', async () => {
    await tamper('note', `UPDATE note SET decision = 'approved' WHERE file_id = '${fileId}'`);
    await check();
    expect((await asked()).last?.wrong).toEqual({
      ...ofNote(fileId),
      of: { kind: 'file', id: fileId, number, numberHi: null },
    });
    const { status, body } = await health();
    expect([status, body]).toMatchObject([200, { status: 'ready', record: 'wrong' }]);
    await tamper('note', `UPDATE note SET decision = NULL WHERE file_id = '${fileId}'`);
    await check();
    expect((await asked()).last?.wrong).toBeNull();
  });

  it('names no file that the auditor does not audit, and an event that is gone by the entry of the log', async () => {
    const gone = `subject_id = '${otherId}' AND sequence = (SELECT max(sequence) FROM event WHERE subject_id = '${otherId}')`;
    const [last] = await api().office.rows<{ sequence: number }>(`SELECT sequence FROM event WHERE ${gone}`);
    await tamper('event', `DELETE FROM event WHERE ${gone}`);
    await check();
    expect((await asked()).last?.wrong).toEqual({
      fault: 'event_not_as_logged',
      of: { kind: 'file', id: otherId, number: null, numberHi: null },
      place: String(last?.sequence),
    });
  });
});
