import type { Actor } from '@patravali/authorization';
import { CreateReceipt as ReceiptRequest, FileRow, FileView, ParkFile as ParkFileRequest } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt } from '@patravali/dak';
import { DeskCountsQuery, FileBoxes, SetAsideBoxes } from '@patravali/desk';
import { CloseFile, FileHistory, FileViewQuery } from '@patravali/files';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { z } from 'zod';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { EndParkings } from './end-parkings';
import { ListParkings } from './list-parkings';
import { ParkFile } from './park-file';
import { TakeUpFile } from './take-up-file';

const PAGE = { limit: 50 };
const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const aso = () => office().at('ASO');

/** The office has this time from now on, to the second. */
const clock = (at: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${at}'::timestamptz $$`,
  );
const park = (by: Actor, fileId: string, wanted: z.input<typeof ParkFileRequest>) =>
  office().get(ParkFile).execute(by, fileId, ParkFileRequest.parse(wanted));
const takeUp = (by: Actor, fileId: string) => office().get(TakeUpFile).execute(by, fileId);
const job = () => office().get(EndParkings).execute();
const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
const inbox = async (by: Actor, more: object = {}) =>
  (
    await office()
      .get(FileBoxes)
      .inbox(by, { order: 'newest', ...PAGE, ...more })
  ).items.map(({ id }) => id);
const parked = async (by: Actor) =>
  await office().named(
    z.array(FileRow),
    office()
      .get(SetAsideBoxes)
      .parked(by, PAGE)
      .then(({ items }) => items),
  );
const lines = async (by: Actor, fileId: string) => (await office().get(ListParkings).execute(by, fileId, PAGE)).items;
const events = async (by: Actor, fileId: string) =>
  (await office().get(FileHistory).execute(by, fileId, PAGE)).items.map(({ name }) => name);

async function receipt(by: Actor): Promise<string> {
  const documentId = await office().newDocument(by);
  const entry = { documentId, subject: 'उत्तर', senderName: 'निरीक्षक', receivedOn: '2020-01-20' };
  const { id } = await office()
    .get(CreateReceipt)
    .execute(by, ReceiptRequest.parse({ ...entry, deliveryMode: 'post', language: 'hi' }));
  return id;
}
const put = (by: Actor, receiptId: string, fileId: string) =>
  office().get(PutReceiptInFile).execute(by, receiptId, { fileId, flag: null });

describe('parking a file', () => {
  beforeEach(() => clock('2026-12-30T06:00:00Z'));

  it('takes it out of the inbox into the box of what is parked, with its holder, its day and its remarks', async () => {
    const { fileId } = await office().newFile(so());
    const before = await office().get(DeskCountsQuery).execute(so());
    await park(so(), fileId, { until: '2027-01-15', event: 'reply_received', remarks: 'बैंक के उत्तर तक' });
    expect(await inbox(so())).not.toContain(fileId);
    const [row] = (await parked(so())).filter(({ id }) => id === fileId);
    expect(row).toMatchObject({ state: 'parked', parkedUntil: '2027-01-15', parkedFor: 'reply_received' });
    expect(row?.holder?.id).toBe(so().postId);
    expect(await office().get(DeskCountsQuery).execute(so())).toEqual({
      ...before,
      inbox: before.inbox - 1,
      parked: before.parked + 1,
    });
    const seen = await view(so(), fileId);
    expect(seen.parking).toMatchObject({ kind: 'parked', remarks: 'बैंक के उत्तर तक', untilOn: '2027-01-15' });
    expect(seen.allowedMoves).toEqual([
      'note',
      'confirm_note',
      'park',
      'take_up',
      'put_in_call_book',
      'stop_clock',
      'link',
      'consult',
      'follow',
      'add_receipt',
    ]);
    expect((await events(so(), fileId)).at(-1)).toBe('file.parked');
  });

  it.each([
    ['yesterday', '2026-12-29'],
    ['today', '2026-12-30'],
  ])('until %s is refused, and changes nothing', async (_, until) => {
    const { fileId } = await office().newFile(so());
    const before = await office().counts();
    await expect(park(so(), fileId, { until })).rejects.toMatchObject({
      code: 'day-too-early',
      params: { earliest: '2026-12-31' },
    });
    expect(await office().counts()).toEqual(before);
  });

  it('needs an end: a day or an event', () => {
    expect(ParkFileRequest.safeParse({}).error?.issues).toMatchObject([
      { path: ['until'], message: 'parking-needs-end' },
    ]);
  });

  it('is the act of its holder, and of nobody else', async () => {
    const { fileId } = await office().newFile(aso());
    const wanted = { event: 'reply_received' } as const;
    await expect(park(so(), fileId, wanted)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(park(office().at('CLERK'), fileId, wanted)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses what needs the file on the desk, and names what it waits for', async () => {
    const { fileId } = await office().newFile(so());
    await park(so(), fileId, { until: '2027-01-15' });
    const params = { until: '2027-01-15', event: null };
    const forward = () =>
      office()
        .get(ForwardFile)
        .execute(so(), fileId, { toPostId: aso().postId, ...WORDS });
    await expect(forward()).rejects.toMatchObject({ code: 'file-parked', params: { move: 'forward', ...params } });
    const close = office().get(CloseFile).execute(so(), fileId, { reason: 'x', confirmNote: false });
    await expect(close).rejects.toMatchObject({ code: 'file-parked', params: { move: 'close', ...params } });
    await office()
      .get(AddNote)
      .execute(so(), fileId, { ...WORDS.note });
    await takeUp(so(), fileId);
    await office().get(ForwardFile).execute(so(), fileId, { toPostId: aso().postId, confirmNote: true });
    await expect(takeUp(aso(), fileId)).rejects.toMatchObject({ code: 'illegal-file-move' });
  });

  it('counts as opening: the sender cannot pull it back', async () => {
    const { fileId } = await office().newFile(aso());
    await office()
      .get(ForwardFile)
      .execute(aso(), fileId, { toPostId: so().postId, ...WORDS });
    await park(so(), fileId, { event: 'reply_received' });
    await expect(office().get(PullBackFile).execute(aso(), fileId, {})).rejects.toMatchObject({
      code: 'already-opened',
    });
    expect((await view(aso(), fileId)).allowedMoves).not.toContain('pull_back');
  });

  it('keeps each time in a history: parked, parked anew, taken up', async () => {
    const { fileId } = await office().newFile(so());
    await park(so(), fileId, { until: '2027-01-15' });
    await park(so(), fileId, { event: 'reply_received', remarks: 'अनुस्मारक भेजा' });
    await takeUp(so(), fileId);
    expect(await lines(so(), fileId)).toMatchObject([
      { sequence: 1, kind: 'parked', untilOn: '2027-01-15', untilEvent: null, remarks: null },
      { sequence: 2, kind: 'parked', untilOn: null, untilEvent: 'reply_received', remarks: 'अनुस्मारक भेजा' },
      { sequence: 3, kind: 'taken_up', untilOn: null, untilEvent: null },
    ]);
    expect(await inbox(so())).toContain(fileId);
    // Taken up by hand it needs no mark.
    expect(await inbox(so(), { backFromParking: true })).not.toContain(fileId);
  });

  it('lists first what comes back first, and last what waits for an event alone, page by page', async () => {
    const us = office().at('US');
    const ids: string[] = [];
    for (const until of ['2027-02-01', null, '2027-01-01', null, '2027-01-10']) {
      const { fileId } = await office().newFile(us);
      await park(us, fileId, { until, event: 'reply_received' });
      ids.push(fileId);
    }
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await office().get(SetAsideBoxes).parked(us, { limit: 2, cursor });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(found).toEqual([ids[2], ids[4], ids[0], ids[1], ids[3]]);
  });
});

describe('a parked file comes back', () => {
  beforeEach(() => clock('2026-12-30T06:00:00Z'));

  it('when its day begins in India, and not a second before: on 1 January, at 18:30 UTC of the last of December', async () => {
    const { fileId } = await office().newFile(so());
    await park(so(), fileId, { until: '2027-01-01', remarks: 'नववर्ष' });
    await clock('2026-12-31T18:29:59Z');
    await job();
    expect(await inbox(so())).not.toContain(fileId);
    await clock('2026-12-31T18:30:00Z');
    await job();
    await job();
    expect(await inbox(so(), { backFromParking: true })).toContain(fileId);
    expect(await view(so(), fileId)).toMatchObject({
      state: 'on_desk',
      backFromParking: 'day_came',
      parkedUntil: null,
      parking: null,
      unread: false,
    });
    const back = (await lines(so(), fileId)).at(-1);
    expect(back).toMatchObject({ kind: 'day_came', by: { capacity: 'regular' } });
    expect(await events(so(), fileId)).toEqual(['file.created', 'file.parked', 'file.parking_ended']);
  });

  it('once, also when many look at the same minute', async () => {
    const { fileId } = await office().newFile(so());
    await park(so(), fileId, { until: '2026-12-31' });
    await clock('2026-12-30T18:30:00Z');
    await Promise.all([job(), job(), job(), job()]);
    expect((await lines(so(), fileId)).map(({ kind }) => kind)).toEqual(['parked', 'day_came']);
  });

  it('when a letter is put in, if it waits for a reply: in the same transaction, with one event', async () => {
    const { fileId } = await office().newFile(so());
    await park(so(), fileId, { until: '2027-01-15', event: 'reply_received' });
    await put(so(), await receipt(so()), fileId);
    expect(await view(so(), fileId)).toMatchObject({ state: 'on_desk', backFromParking: 'reply_received' });
    expect((await lines(so(), fileId)).at(-1)).toMatchObject({ kind: 'reply_received' });
    expect(await events(so(), fileId)).toEqual(['file.created', 'file.parked', 'correspondence.added']);
    const [event] = await office().rows<{ data: object }>(
      `SELECT data FROM event WHERE subject_id = $1 AND name = 'correspondence.added'`,
      [fileId],
    );
    expect(event?.data).toMatchObject({ backFromParking: 'reply_received' });
  });

  it('not when a letter is put in while it waits for a day alone', async () => {
    const { fileId } = await office().newFile(so());
    await park(so(), fileId, { until: '2027-01-15' });
    await put(so(), await receipt(so()), fileId);
    expect(await view(so(), fileId)).toMatchObject({ state: 'parked', parkedUntil: '2027-01-15' });
  });

  it('marked, until it leaves the desk or is parked anew', async () => {
    const { fileId } = await office().newFile(so());
    await park(so(), fileId, { event: 'reply_received' });
    await put(so(), await receipt(so()), fileId);
    const { backFromParking } = await office().get(DeskCountsQuery).execute(so());
    await office()
      .get(ForwardFile)
      .execute(so(), fileId, { toPostId: aso().postId, ...WORDS });
    expect(await view(aso(), fileId)).toMatchObject({ backFromParking: null });
    expect(await office().get(DeskCountsQuery).execute(so())).toMatchObject({ backFromParking: backFromParking - 1 });
  });

  it.each(['takeUp', 'put'] as const)('once, whether %s or the job is faster', async (other) => {
    for (let round = 0; round < 5; round++) {
      await clock('2026-12-30T06:00:00Z');
      const { fileId } = await office().newFile(so());
      await park(so(), fileId, { until: '2026-12-31', event: 'reply_received' });
      const letter = await receipt(so());
      await clock('2026-12-30T18:30:00Z');
      await Promise.allSettled([job(), other === 'takeUp' ? takeUp(so(), fileId) : put(so(), letter, fileId)]);
      expect(await lines(so(), fileId)).toHaveLength(2);
      expect(await view(so(), fileId)).toMatchObject({ state: 'on_desk' });
    }
  });

  it('once, whether the reply is put in or it is taken up by hand', async () => {
    for (let round = 0; round < 5; round++) {
      const { fileId } = await office().newFile(so());
      await park(so(), fileId, { event: 'reply_received' });
      const letter = await receipt(so());
      await Promise.allSettled([takeUp(so(), fileId), put(so(), letter, fileId)]);
      expect(await lines(so(), fileId)).toHaveLength(2);
      expect(await view(so(), fileId)).toMatchObject({ state: 'on_desk', counts: { correspondence: 1 } });
    }
  });
});
