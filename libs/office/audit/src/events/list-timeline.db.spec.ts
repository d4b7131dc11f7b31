import type { Actor } from '@patravali/authorization';
import { DraftContent, ListTimeline as Query, type TimelineLine } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ForwardReceipt } from '@patravali/dak';
import { ApproveDraft, CreateDraft, DraftViewQuery } from '@patravali/drafts';
import { AttachFile, CreateFile, FileHistory } from '@patravali/files';
import { ForwardFile, OpenFile, PullBackFile, ReturnFile } from '@patravali/movement';
import { KeepCaseCategory } from '@patravali/organisation';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { ListTimeline } from './list-timeline';
import { SearchEvents } from './search-events';

const office = useOffice({ holds: 'section' });
const WHY = 'प्रकरण अत्यन्त आवश्यक है।';

describe('the life of a file on one line', () => {
  let auditor: Actor;
  let aso: Actor;
  let so: Actor;
  let ds: Actor;
  let fileId: string;
  let receiptId: string;
  /** A letter came in late; the file jumps over two desks, is pulled back, goes up, comes back with a reason, after a month. */
  beforeAll(async () => {
    auditor = await office().actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office().unitId] });
    [aso, so, ds] = [office().at('ASO'), office().at('SO'), office().at('DS')];
    const administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    const { id: categoryId } = await office()
      .get(KeepCaseCategory)
      .execute(administrator, {
        code: 'CL',
        name: { hi: 'अवकाश', en: 'Leave' },
        unitId: null,
        powers: [{ fromOn: '2020-01-01', levels: [3, 2, 1], finalPostId: null }],
      });
    const cover = {
      headId: office().headId,
      subject: 'अवकाश',
      grading: 'normal',
      urgency: 'ordinary',
      categoryId,
    } as const;
    fileId = (await office().get(CreateFile).execute(aso, cover)).id;
    const [days] = await office().rows<{ written: string; came: string }>(
      `SELECT (india_today() - 42)::text AS written, (india_today() - 39)::text AS came`,
    );
    const letter = {
      subject: 'प्रार्थना पत्र',
      senderName: 'ग्राम प्रधान',
      letterDate: days?.written,
      receivedOn: days?.came ?? '',
      deliveryMode: 'post',
      language: 'hi',
      grading: 'normal',
      urgency: 'ordinary',
      enclosures: 0,
    } as const;
    const documentId = await office().newDocument(aso);
    receiptId = (
      await office()
        .get(CreateReceipt)
        .execute(aso, { documentId, ...letter })
    ).id;
    const mark = (by: Actor, to: Actor) =>
      office().get(ForwardReceipt).execute(by, receiptId, { toPostId: to.postId, action: 'for_necessary_action' });
    await mark(aso, so);
    await mark(so, aso);
    await office().get(PutReceiptInFile).execute(aso, receiptId, { fileId, flag: null });
    const send = (by: Actor, to: Actor, remarks?: string) =>
      office()
        .get(ForwardFile)
        .execute(by, fileId, { toPostId: to.postId, remarks, ...WORDS });
    await send(aso, ds, WHY);
    await office().get(PullBackFile).execute(aso, fileId, { reason: 'भूल से' });
    await send(aso, so);
    await office().get(OpenFile).execute(so, fileId);
    // What was done so far, was done a month ago.
    await office().rows(`ALTER TABLE event DISABLE TRIGGER USER; ALTER TABLE movement DISABLE TRIGGER USER;
      UPDATE event SET at = at - INTERVAL '30 days' WHERE subject_id IN ('${fileId}', '${receiptId}');
      UPDATE movement SET at = at - INTERVAL '30 days' WHERE file_id = '${fileId}' OR receipt_id = '${receiptId}';
      ALTER TABLE event ENABLE TRIGGER USER; ALTER TABLE movement ENABLE TRIGGER USER`);
    await office().get(ReturnFile).execute(so, fileId, { reason: WHY, confirmNote: false });
  });

  const read = (by: Actor, query: Partial<Query> = {}, of = fileId) =>
    everyPage(3, (page) =>
      office()
        .get(ListTimeline)
        .execute(by, of, { gap: 15, ...query, ...page }),
    );
  const one = (lines: readonly TimelineLine[], name: string) => {
    const [found, another] = lines.filter((line) => line.name === name);
    if (!found || another) throw new Error(`not one line ${name}`);
    return found;
  };

  it('has every event of the file that its history shows, and those of its letter, in the order in which they happened', async () => {
    const lines = await read(auditor);
    expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
    const history = await everyPage(50, (page) => office().get(FileHistory).execute(auditor, fileId, page));
    const ofFile = lines.filter(({ receipt }) => receipt === null).map(({ name }) => name);
    expect(ofFile).toEqual(history.map(({ name }) => name));
    expect(lines.filter(({ receipt }) => receipt?.id === receiptId).map(({ name }) => name)).toContain(
      'receipt.created',
    );
  });

  it('marks what was returned, taken back, jumped, left lying and diarised late', async () => {
    const lines = await read(auditor);
    expect(one(lines, 'file.returned')).toMatchObject({
      marks: ['returned', 'gap'],
      silentDays: 30,
      movement: { kind: 'returned', from: so.postId, to: aso.postId, jumped: [], daysThere: 30 },
    });
    expect(one(lines, 'file.pulled_back')).toMatchObject({ marks: ['pulled_back'], movement: { from: ds.postId } });
    const jumps = lines.filter(({ marks }) => marks.includes('jumped'));
    expect(jumps).toMatchObject([{ name: 'file.forwarded', movement: { to: ds.postId } }]);
    expect(jumps[0]?.movement?.jumped).toHaveLength(2);
    expect(one(lines, 'receipt.created')).toMatchObject({ marks: ['back_dated'], backDated: { days: 9 } });
    expect(one(lines, 'file.opened').movement).toBeNull();
  });

  it('says from which desk to which the letter went before it lay in the file', async () => {
    const lines = (await read(auditor)).filter(({ receipt }) => receipt !== null);
    expect(
      lines.map(({ name, movement }) => [name, movement && [movement.from, movement.to, movement.daysThere]]),
    ).toEqual([
      ['receipt.created', [null, aso.postId, null]],
      ['receipt.forwarded', [aso.postId, so.postId, 0]],
      ['receipt.forwarded', [so.postId, aso.postId, 0]],
    ]);
  });

  it('shows only these where that is asked, and gaps of another length', async () => {
    const marked = await read(auditor, { marked: true });
    expect(marked.every(({ marks }) => marks.length > 0)).toBe(true);
    expect(marked.map(({ sequence }) => sequence)).toEqual(
      (await read(auditor)).filter(({ marks }) => marks.length > 0).map(({ sequence }) => sequence),
    );
    expect(one(await read(auditor, { gap: 31 }), 'file.returned').marks).toEqual(['returned']);
  });

  it('has a line for each movement, also of a file that was carried inside another', async () => {
    const [main, inner] = [(await office().newFile(aso)).fileId, (await office().newFile(aso)).fileId];
    await office().get(AttachFile).execute(aso, inner, { mainFileId: main });
    await office()
      .get(ForwardFile)
      .execute(aso, main, { toPostId: so.postId, ...WORDS });
    const moved = (await read(auditor, {}, inner)).flatMap(({ movement }) => movement?.kind ?? []);
    expect(moved).toEqual(['created', 'carried']);
  });

  it('names at each event of a draft which draft it was, and its versions are there to be compared', async () => {
    const { fileId: own, number } = await office().newFile(so);
    const content = DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject: 'आख्या का प्रेषण',
      signatoryPostId: so.postId,
      addressees: [{ name: 'निरीक्षक' }],
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आख्या भेजी जाती है।' }] }] },
    });
    const { id } = await office().get(CreateDraft).execute(so, own, { content, replyToReceiptId: null });
    await office().get(ApproveDraft).execute(so, id, { draftVersion: 1, namedPostId: null });
    const found = await office().get(SearchEvents).execute(auditor, { number, limit: 20 });
    const drafts = (events: readonly Pick<TimelineLine, 'name' | 'data'>[]) =>
      events.filter(({ name }) => name.startsWith('draft.')).map(({ data }) => [data.draftId, data.draftVersion]);
    for (const told of [drafts(await read(auditor, {}, own)), drafts(found.items)])
      expect(told).toEqual([
        [id, 1],
        [id, 1],
      ]);
    expect(await office().get(DraftViewQuery).execute(auditor, id)).toMatchObject({ allowedMoves: [], content });
    expect(await office().get(DraftViewQuery).version(auditor, id, 1)).toMatchObject({ draftVersion: 1, content });
  });

  it('is read by auditors alone, of the files that they audit', async () => {
    await expect(read(so)).rejects.toMatchObject({ code: 'not-allowed' });
    const others = (await office().newFile(office().at('CLERK'))).fileId;
    const secret = (await office().newFile(so, { grading: 'confidential' })).fileId;
    for (const hidden of [others, secret, office().id])
      await expect(read(auditor, {}, hidden)).rejects.toMatchObject({ code: 'not-found' });
  });
});
