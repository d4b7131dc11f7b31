import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest, PageQuery, ReceiptView } from '@patravali/contract';
import { FlagCorrespondence, ListCorrespondence, PutReceiptInFile } from '@patravali/correspondence';
import { ForwardReceipt, ListDiary, OpenReceipt } from '@patravali/dak';
import { ReceiptBox } from '@patravali/desk';
import { useOffice } from '../../../../test/support/office/office';
import { CreateReceipt } from './create-receipt';
import { ReceiptViewQuery } from './receipt-view';

const PAGE = PageQuery.parse({});
const office = useOffice({ holds: 'section' });

const letter = (documentId: string, more: object = {}) =>
  CreateReceiptRequest.parse({
    documentId,
    subject: 'विद्यालय भवन की मरम्मत हेतु अनुदान',
    senderName: 'जिला विद्यालय निरीक्षक',
    letterNumber: '112/2026',
    letterDate: '2020-01-15',
    receivedOn: '2020-01-20',
    deliveryMode: 'post',
    language: 'hi',
    ...more,
  });

async function diarise(by: Actor, more: object = {}) {
  return await office()
    .get(CreateReceipt)
    .execute(by, letter(await office().newDocument(by), more));
}
const forward = (by: Actor, id: string, to: Actor, ifMatch?: number) =>
  office()
    .get(ForwardReceipt)
    .execute(by, id, { toPostId: to.postId, action: 'for_necessary_action', remarks: 'कृपया देखें' }, ifMatch);
const putInFile = (by: Actor, id: string, fileId: string) =>
  office().get(PutReceiptInFile).execute(by, id, { fileId, flag: 'puc' });
const view = (by: Actor, id: string) => office().named(ReceiptView, office().get(ReceiptViewQuery).execute(by, id));

async function everything() {
  const tables = ['receipt', 'correspondence', 'movement', 'event', 'counter', 'file_custody'];
  const counts = tables.map((table) => `(SELECT json_agg(t ORDER BY t::text) FROM ${table} t) AS ${table}`);
  return await office().rows(`SELECT ${counts.join(', ')}`);
}

describe('diarising a letter', () => {
  it('gives it the next diary number and leaves it on the desk of the diarist', async () => {
    const aso = office().at('ASO');
    const first = await diarise(aso);
    const second = await diarise(aso);
    const [serial, year] = first.diaryNumber.split('/');
    expect(second.diaryNumber).toBe(`${Number(serial) + 1}/${String(year)}`);
    expect(await view(aso, first.id)).toMatchObject({
      state: 'created',
      holder: { marking: 'ASO' },
      unread: false,
      allowedMoves: ['forward', 'put_in_file', 'correct'],
      document: { pages: 2, fileName: 'पत्र.pdf' },
      diarisedBy: { post: { marking: 'ASO' }, capacity: 'regular' },
    });
  });

  it('marks it to another desk in the same act', async () => {
    const [aso, us] = [office().at('ASO'), office().at('US')];
    const { id } = await diarise(aso, { forward: { toPostId: us.postId, action: 'for_orders' } });
    expect(await view(us, id)).toMatchObject({
      state: 'on_desk',
      unread: true,
      from: { marking: 'ASO' },
      action: 'for_orders',
    });
    expect(await view(aso, id)).toMatchObject({ allowedMoves: ['pull_back', 'correct'] });
    const events = await office().rows('SELECT name FROM event WHERE subject_id = $1', [id]);
    expect(events).toEqual([{ name: 'receipt.created' }]);
    const movements = await office().rows('SELECT kind FROM movement WHERE receipt_id = $1 ORDER BY sequence', [id]);
    expect(movements).toEqual([{ kind: 'created' }, { kind: 'forwarded' }]);
  });

  it('gives twenty letters at once twenty numbers without a gap', async () => {
    const actors = (['ASO', 'SO', 'DISPATCH', 'CLERK'] as const).map((marking) => office().at(marking));
    const made = await Promise.all(Array.from({ length: 20 }, (_, n) => diarise(actors[n % 4] ?? office().at('ASO'))));
    const serials = made.map(({ diaryNumber }) => Number(diaryNumber.split('/')[0])).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 20 }, (_, n) => (serials[0] ?? 0) + n));
  });

  it('lets a document into the diary once, however often it is tried at the same time', async () => {
    const aso = office().at('ASO');
    const documentId = await office().newDocument(aso);
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => office().get(CreateReceipt).execute(aso, letter(documentId))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'document-in-use' });
  });

  it.each([
    ['a post that does not diarise', 'DS', {}, 'not-allowed'],
    ['a letter dated tomorrow', 'ASO', { letterDate: '2999-01-01' }, 'date-in-future'],
    ['a letter received tomorrow', 'ASO', { receivedOn: '2999-01-01' }, 'date-in-future'],
    ['an unknown document', 'ASO', { documentId: '00000000-0000-4000-8000-000000000000' }, 'unknown-document'],
    [
      'an unknown post',
      'ASO',
      { forward: { toPostId: '00000000-0000-4000-8000-000000000000', action: 'for_orders' } },
      'unknown-post',
    ],
  ] as const)('refuses %s and changes nothing', async (_, marking, more, code) => {
    const by = office().at(marking);
    const documentId = await office().newDocument(by);
    const before = await everything();
    const request = { ...letter(documentId), ...more };
    await expect(office().get(CreateReceipt).execute(by, request)).rejects.toMatchObject({ code });
    expect(await everything()).toEqual(before);
  });

  it('is not marked with a due day that has passed, when diarised nor later', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const late = { toPostId: so.postId, dueOn: '2020-01-01' };
    const documentId = await office().newDocument(aso);
    const before = await everything();
    await expect(
      office()
        .get(CreateReceipt)
        .execute(aso, letter(documentId, { forward: late })),
    ).rejects.toMatchObject({ code: 'due-date-past', errors: [{ pointer: '#/forward/dueOn' }] });
    expect(await everything()).toEqual(before);
    const { id, version } = await diarise(aso);
    const sending = office()
      .get(ForwardReceipt)
      .execute(aso, id, { ...late, action: 'for_orders' }, version);
    await expect(sending).rejects.toMatchObject({ code: 'due-date-past', errors: [{ pointer: '#/dueOn' }] });
  });

  it('does not take the document of another post, nor a post for itself', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const foreign = letter(await office().newDocument(so));
    const create = office().get(CreateReceipt);
    await expect(create.execute(aso, foreign)).rejects.toMatchObject({ code: 'unknown-document' });
    const toSelf = letter(await office().newDocument(aso), { forward: { toPostId: aso.postId } });
    await expect(create.execute(aso, toSelf)).rejects.toMatchObject({ code: 'to-oneself' });
  });
});

describe('a receipt on its way', () => {
  it('is opened by its holder, forwarded, and read on by whoever held it and their superiors', async () => {
    const [aso, so, us, ds, other] = (['ASO', 'SO', 'US', 'DS', 'OTHER'] as const).map((m) => office().at(m));
    if (!aso || !so || !us || !ds || !other) throw new Error('no actors');
    const { id } = await diarise(aso, { forward: { toPostId: so.postId } });
    expect((await view(so, id)).allowedMoves).toEqual([
      'open',
      'forward',
      'return',
      'redirect',
      'put_in_file',
      'correct',
      'close',
    ]);
    const { version } = await office().get(OpenReceipt).execute(so, id);
    expect((await office().get(OpenReceipt).execute(so, id)).version).toBe(version);
    expect(await view(so, id)).toMatchObject({ unread: false, version });
    await forward(so, id, other, version);
    for (const reader of [aso, so, us, ds, other]) await expect(view(reader, id)).resolves.toMatchObject({ id });
    await expect(view(office().at('CLERK'), id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(view(office().at('AUDIT'), id)).resolves.toMatchObject({ allowedMoves: [] });
  });

  it('above normal grading is not read by superiors and auditors', async () => {
    const [aso, clerk] = [office().at('ASO'), office().at('CLERK')];
    const { id } = await diarise(aso, { grading: 'confidential', forward: { toPostId: clerk.postId } });
    for (const marking of ['SO', 'US', 'DS', 'AUDIT', 'OTHER', 'DISPATCH'] as const) {
      await expect(view(office().at(marking), id)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(view(aso, id)).resolves.toMatchObject({ id });
  });

  it('refuses in the order that reveals nothing, and changes nothing', async () => {
    const [aso, so, us, clerk] = (['ASO', 'SO', 'US', 'CLERK'] as const).map((marking) => office().at(marking));
    if (!aso || !so || !us || !clerk) throw new Error('no actors');
    const { id } = await diarise(aso, { forward: { toPostId: so.postId } });
    const before = await everything();
    await expect(forward(clerk, id, us, 99)).rejects.toMatchObject({ code: 'not-found' });
    await expect(forward(us, id, aso, 99)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(forward(us, id, aso)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(forward(so, id, so)).rejects.toMatchObject({ code: 'to-oneself' });
    await expect(forward(so, id, office().at('AUDIT'))).rejects.toMatchObject({ code: 'post-takes-no-files' });
    expect(await everything()).toEqual(before);
  });

  it('is forwarded once by two who forward it at the same time', async () => {
    const [aso, so, us] = (['ASO', 'SO', 'US'] as const).map((marking) => office().at(marking));
    if (!aso || !so || !us) throw new Error('no actors');
    const { id } = await diarise(aso);
    const tries = await Promise.allSettled([forward(aso, id, so), forward(aso, id, us)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('answers a repeated request from what was kept', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { id } = await diarise(aso);
    const again = { ...aso, idempotency: { key: id, requestHash: 'a' } };
    const answers = [await forward(again, id, so), await forward(again, id, so)];
    expect(answers[1]).toEqual(answers[0]);
    const other = { ...aso, idempotency: { key: id, requestHash: 'b' } };
    await expect(forward(other, id, so)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});

describe('putting a receipt in a file', () => {
  it('gives it the next serial and pages, and readers of the file see it there', async () => {
    const so = office().at('SO');
    const { fileId, number } = await office().newFile(so);
    const [first, second] = [await diarise(so), await diarise(so)];
    expect(await putInFile(so, first.id, fileId)).toMatchObject({ serial: 1, firstPage: 1, lastPage: 2 });
    expect(await putInFile(so, second.id, fileId)).toMatchObject({ serial: 2, firstPage: 3, lastPage: 4 });
    expect(await view(so, first.id)).toMatchObject({
      state: 'in_file',
      holder: null,
      file: { id: fileId, number },
      allowedMoves: [],
    });
    const { items } = await office().get(ListCorrespondence).execute(so, fileId, PAGE);
    expect(items).toMatchObject([
      {
        serial: 1,
        kind: 'received',
        flag: 'puc',
        party: 'जिला विद्यालय निरीक्षक',
        letterDate: '2020-01-15',
        receiptId: first.id,
      },
      { serial: 2, firstPage: 3, lastPage: 4, diaryNumber: second.diaryNumber },
    ]);
    const events = await office().rows('SELECT name, related_id FROM event WHERE subject_id = $1 ORDER BY sequence', [
      fileId,
    ]);
    expect(events).toMatchObject([
      { name: 'file.created' },
      { name: 'correspondence.added', related_id: first.id },
      {},
    ]);
  });

  it('happens once, even when it is tried twice at the same time', async () => {
    const so = office().at('SO');
    const [one, other] = [await office().newFile(so), await office().newFile(so)];
    const { id } = await diarise(so);
    const tries = await Promise.allSettled([putInFile(so, id, one.fileId), putInFile(so, id, other.fileId)]);
    const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toMatchObject([{ code: 'illegal-receipt-move', params: { state: 'in_file', moves: ['detach'] } }]);
  });

  it('needs both in one hand, and changes nothing otherwise', async () => {
    const [so, us, clerk] = (['SO', 'US', 'CLERK'] as const).map((marking) => office().at(marking));
    if (!so || !us || !clerk) throw new Error('no actors');
    const [mine, theirs, unseen] = [
      await office().newFile(us),
      await office().newFile(so),
      await office().newFile(clerk),
    ];
    const { id } = await diarise(so);
    const before = await everything();
    await expect(putInFile(us, id, mine.fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(putInFile(us, id, theirs.fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(putInFile(so, id, unseen.fileId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await everything()).toEqual(before);
  });

  it('is refused for a letter graded above the file, whose readers would read it', async () => {
    const so = office().at('SO');
    const [normal, confidential] = [
      await office().newFile(so),
      await office().newFile(so, { grading: 'confidential' }),
    ];
    const { id } = await diarise(so, { grading: 'confidential' });
    await expect(putInFile(so, id, normal.fileId)).rejects.toMatchObject({ code: 'file-less-graded' });
    await expect(putInFile(so, id, confidential.fileId)).resolves.toMatchObject({ serial: 1 });
  });

  it('lets the holder of the file change the flag', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    await putInFile(so, (await diarise(so)).id, fileId);
    const flag = office().get(FlagCorrespondence);
    await flag.execute(so, fileId, 1, { flag: 'fr' });
    const { items } = await office().get(ListCorrespondence).execute(us, fileId, PAGE);
    expect(items).toMatchObject([{ flag: 'fr' }]);
    await expect(flag.execute(us, fileId, 1, { flag: null })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(flag.execute(so, fileId, 2, { flag: null })).rejects.toMatchObject({ code: 'not-found' });
    await expect(office().get(ListCorrespondence).execute(office().at('CLERK'), fileId, PAGE)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the lists of receipts', () => {
  it('page through a desk without losing or repeating a letter', async () => {
    const [aso, other] = [office().at('ASO'), office().at('OTHER')];
    const sent: string[] = [];
    for (let n = 0; n < 5; n++) sent.unshift((await diarise(aso, { forward: { toPostId: other.postId } })).id);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await office().get(ReceiptBox).execute(other, { limit: 2, cursor });
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = next;
    }
    expect(seen.slice(0, 5)).toEqual(sent);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('show a diarist the diary of the own unit, and of other units only what one may read', async () => {
    const [aso, clerk] = [office().at('ASO'), office().at('CLERK')];
    const [seen, secret] = [await diarise(aso), await diarise(aso, { grading: 'secret' })];
    const diaryOf = async (by: Actor, days = {}) =>
      (
        await office()
          .get(ListDiary)
          .execute(by, { limit: 200, ...days })
      ).items.map(({ id }) => id);
    expect(await diaryOf(office().at('DISPATCH'))).toContain(seen.id);
    expect(await diaryOf(office().at('DISPATCH'))).not.toContain(secret.id);
    expect(await diaryOf(clerk)).not.toContain(seen.id);
    expect(await diaryOf(aso)).toContain(secret.id);
    expect(await diaryOf(aso, { to: '2020-01-01' })).toEqual([]);
  });
});
