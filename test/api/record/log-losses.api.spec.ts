import type { Actor } from '@patravali/authorization';
import { FileVerification, LogLosses } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { Sequencer } from '@patravali/ledger';
import { loseEvents } from '../../../libs/platform/ledger/test/losses';
import { useApi } from '../../support/http/api';
import { documentActs } from '../../support/acts/document-acts';

const NOTHING = { items: [] };

describe('what the log of an office says to be lost, over HTTP', () => {
  const api = useApi({ holds: 'section' });
  const { upload, pdf, diarise } = documentActs(() => api().office);
  let auditor: Actor;
  let fileId: string;
  let receiptId: string;
  let otherId: string;
  beforeAll(async () => {
    const { office } = api();
    const so = office.at('SO');
    auditor = await office.actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office.unitId] });
    ({ fileId } = await office.newFile(so));
    ({ fileId: otherId } = await office.newFile(so));
    receiptId = (await diarise(so, (await upload(so, await pdf(1))).id)).id;
    await office.get(PutReceiptInFile).execute(so, receiptId, { fileId, flag: null });
    await publish();
  }, 120_000);

  const publish = async () => {
    while (await api().office.get(Sequencer).round());
  };
  const losses = async (path: string) => {
    const { status, body } = await api().as(auditor, 'get', path);
    expect(status).toBe(200);
    return LogLosses.parse(body);
  };
  const ofFile = (id: string) => losses(`/files/${id}/losses`);
  const verify = async (id: string) =>
    FileVerification.parse((await api().as(auditor, 'get', `/files/${id}/verification`)).body);
  const lose = (subjectId: string, count: number, reason: string) =>
    loseEvents((sql) => api().office.rows(sql), subjectId, { count, reason });

  it('is nothing, as long as nothing was lost', async () => {
    expect(await losses('/audit/losses')).toEqual(NOTHING);
    expect(await ofFile(fileId)).toEqual(NOTHING);
    expect(await verify(fileId)).toMatchObject({ losses: [], wrong: null });
  });

  it('is told of the office, and of the files whose events they are or on which their letters lie', async () => {
    await lose(fileId, 3, 'पुराना बैकअप');
    await lose(receiptId, 1, 'पुराना बैकअप फिर से');
    await publish();
    const expected = [
      { kind: 'events', events: 3, reason: 'पुराना बैकअप' },
      { kind: 'events', events: 1, reason: 'पुराना बैकअप फिर से' },
    ];
    expect(await losses('/audit/losses')).toMatchObject({ items: expected });
    expect(await ofFile(fileId)).toMatchObject({ items: expected });
    expect(await ofFile(otherId)).toEqual(NOTHING);
    expect(await verify(otherId)).toMatchObject({ losses: [], wrong: null });
  });

  it('stands before what came of verifying the file, and in the event of that', async () => {
    expect(await verify(fileId)).toMatchObject({ losses: [{ events: 3 }, { events: 1 }], wrong: null });
    expect(
      await api().office.rows(
        `SELECT data->'lostEvents' AS lost FROM event WHERE name = 'user.verified_file' ORDER BY sequence DESC LIMIT 1`,
      ),
    ).toEqual([{ lost: 4 }]);
  });
});
