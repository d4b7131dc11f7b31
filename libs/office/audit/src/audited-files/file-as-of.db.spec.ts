import type { Actor } from '@patravali/authorization';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt } from '@patravali/dak';
import { CloseFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { FileAsOfQuery } from './file-as-of';

const office = useOffice({ holds: 'section' });

describe('a file as it stood when a day ended', () => {
  let auditor: Actor;
  let fileId: string;
  const days: string[] = [];
  /** Opened twenty days ago, sent up ten days ago with the first note, given a letter five days ago, closed today. */
  beforeAll(async () => {
    auditor = await office().actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office().unitId] });
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    fileId = (await office().newFile(aso)).fileId;
    await office()
      .get(ForwardFile)
      .execute(aso, fileId, { toPostId: so.postId, ...WORDS });
    const documentId = await office().newDocument(so);
    const letter = {
      subject: 'पत्र',
      senderName: 'ग्राम प्रधान',
      receivedOn: '2026-01-05',
      enclosures: 0,
      deliveryMode: 'post',
      language: 'hi',
      grading: 'normal',
      urgency: 'ordinary',
    } as const;
    const { id } = await office()
      .get(CreateReceipt)
      .execute(so, { documentId, ...letter });
    await office().get(PutReceiptInFile).execute(so, id, { fileId, flag: null });
    const earlier = (table: string, column: string, ago: number, which = '') =>
      `UPDATE ${table} SET ${column} = ${column} - INTERVAL '${ago} days' WHERE file_id = '${fileId}' ${which}`;
    const tables = ['movement', 'note', 'correspondence'];
    await office().rows(
      [
        ...tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
        earlier('movement', 'at', 20, 'AND sequence = 1'),
        earlier('movement', 'at', 10, 'AND sequence = 2'),
        earlier('note', 'frozen_at', 10),
        earlier('correspondence', 'added_at', 5),
        ...tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
      ].join(';'),
    );
    await office().get(CloseFile).execute(so, fileId, { reason: 'निस्तारित', confirmNote: false });
    const found = await office().rows<{ day: string }>(
      `SELECT (india_today() - ago)::text AS day FROM unnest(ARRAY[21, 20, 10, 5, 0, -1]) WITH ORDINALITY asked (ago, place) ORDER BY place`,
    );
    days.push(...found.map(({ day }) => day));
  });

  const asOf = (by: Actor, day: string | undefined, of = fileId) =>
    office()
      .get(FileAsOfQuery)
      .execute(by, of, { day: day ?? '' });

  it('was nowhere before it was opened, then on the desks where it went, with the notes and letters of that day', async () => {
    const past = days.slice(0, 5).map((day) => asOf(auditor, day));
    const [before, opened, sent, withLetter, closed] = await Promise.all(past);
    expect(before).toMatchObject({ stood: null, notes: 0, letters: [] });
    expect(opened).toMatchObject({
      stood: { kind: 'created', holder: office().at('ASO').postId },
      notes: 0,
      letters: [],
    });
    expect(sent).toMatchObject({
      stood: { kind: 'forwarded', holder: office().at('SO').postId },
      notes: 1,
      letters: [],
    });
    expect(withLetter).toMatchObject({ stood: { kind: 'forwarded' }, notes: 1, letters: [1] });
    expect(closed).toMatchObject({ day: days[4], stood: { kind: 'closed', holder: null }, letters: [1] });
  });

  it('is not shown as of a day to come, whose end nobody knows', async () => {
    const errors = [{ pointer: '#/day', detail: 'date-in-future' }];
    await expect(asOf(auditor, days[5])).rejects.toMatchObject({ code: 'date-in-future', errors });
  });

  it('is shown to auditors alone, of the files that they audit', async () => {
    await expect(asOf(office().at('SO'), days[4])).rejects.toMatchObject({ code: 'not-allowed' });
    const others = (await office().newFile(office().at('CLERK'))).fileId;
    await expect(asOf(auditor, days[4], others)).rejects.toMatchObject({ code: 'not-found' });
  });
});
