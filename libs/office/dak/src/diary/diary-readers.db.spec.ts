import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest, type FindDiary } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ForwardReceipt, OpenReceipt, ReceiptViewQuery } from '@patravali/dak';
import { ReceiptBox } from '@patravali/desk';
import { label } from '@patravali/messages';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { printedDiary } from '../../../../../test/support/papers/printed-diary';
import { DownloadDiary } from './download-diary';
import { ListDiary } from './list-diary';

const office = useOffice({ holds: 'section' });

describe('the diary, for each of its readers', () => {
  const receipts = new Map<string, string>();
  const list = (actor: Actor, query: Partial<FindDiary> = {}, limit = 2) =>
    everyPage(limit, (page) =>
      office()
        .get(ListDiary)
        .execute(actor, { ...query, ...page }),
    );
  const shown = async (actor: Actor, query: Partial<FindDiary> = {}, limit = 2) => {
    const rows = await list(actor, query, limit);
    return rows.map(({ id }) => [...receipts].find(([, each]) => each === id)?.[0] ?? 'unknown').join(' ');
  };
  const id = (name: string) => receipts.get(name) ?? '';
  let file: { fileId: string; number: string };

  const diarise = async (by: Actor, name: string, at: string, more: object = {}) => {
    const letter = {
      subject: name,
      senderName: 'निरीक्षक',
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
    };
    const documentId = await office().newDocument(by);
    const request = CreateReceiptRequest.parse({ ...letter, ...more, documentId });
    const created = await office().get(CreateReceipt).execute(by, request);
    await office().rows('UPDATE receipt SET diarised_at = $2 WHERE id = $1', [created.id, at]);
    receipts.set(name, created.id);
  };

  /** Of the first section: `filed`, `evening`, `secret`, `night`; of the other: `elsewhere`, which went to the assistant. */
  beforeAll(async () => {
    const [aso, so, clerk] = [office().at('ASO'), office().at('SO'), office().at('CLERK')];
    const more = { letterNumber: '112/2026', letterDate: '2020-01-15', senderDesignation: 'निरीक्षक' };
    await diarise(aso, 'filed', '2026-04-01T18:29:00Z', more);
    await diarise(aso, 'evening', '2026-04-01T18:31:00Z');
    await diarise(aso, 'secret', '2026-04-02T10:00:00Z', { grading: 'confidential' });
    await diarise(aso, 'night', '2026-04-02T18:29:00Z');
    await diarise(clerk, 'elsewhere', '2026-04-02T18:31:00Z');
    file = await office().newFile(aso);
    await office().get(PutReceiptInFile).execute(aso, id('filed'), { fileId: file.fileId, flag: 'puc' });
    const to = (actor: Actor) => ({ toPostId: actor.postId, action: 'for_necessary_action' as const });
    await office().get(ForwardReceipt).execute(aso, id('secret'), to(so));
    await office().get(ForwardReceipt).execute(aso, id('night'), to(so));
    await office().get(OpenReceipt).execute(so, id('night'));
    await office().get(ForwardReceipt).execute(clerk, id('elsewhere'), to(aso));
  });

  it('shows each line once to whoever had the letter or diarises for its section, the latest first', async () => {
    expect(await shown(office().at('ASO'), {}, 1)).toBe('elsewhere night secret evening filed');
    expect(await shown(office().at('SO'))).toBe('elsewhere night secret evening filed');
    expect(await shown(office().at('DISPATCH'))).toBe('night evening filed');
    expect(await shown(office().at('CLERK'))).toBe('elsewhere');
    expect(await shown(office().at('AUDIT'), {}, 3)).toBe('elsewhere night evening filed');
  });

  it('is narrowed by sender, number, mode, state and desk, and shows of that no more than one may see', async () => {
    const [aso, so, dispatch] = [office().at('ASO'), office().at('SO'), office().at('DISPATCH')];
    expect(await shown(aso, { party: 'क, निरी' }, 1)).toBe('filed');
    expect(await shown(aso, { party: 'निरीक्षक' }, 3)).toBe('elsewhere night secret evening filed');
    expect(await shown(aso, { party: 'आयुक्त' })).toBe('');
    expect(await shown(aso, { numberHas: '2/20' })).toBe('filed');
    expect(await shown(aso, { numberHas: '%' })).toBe('');
    expect(await shown(aso, { mode: 'post', state: 'on_desk' }, 1)).toBe('elsewhere night secret');
    expect(await shown(aso, { mode: 'email' })).toBe('');
    expect(await shown(aso, { state: 'created' })).toBe('evening');
    expect(await shown(aso, { desk: so.postId }, 1)).toBe('night secret');
    expect(await shown(dispatch, { desk: so.postId })).toBe('night');
    expect(await shown(aso, { desk: so.postId, to: '2026-04-02', state: 'in_file' })).toBe('');
  });

  it('goes to a spreadsheet program as it is printed, and on paper says by what it was narrowed', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const asked = { desk: so.postId, state: 'on_desk', party: 'निरीक्षक' } as const;
    const printed = await printedDiary(office(), aso, { asked, language: 'en' });
    const sheet = await office().get(DownloadDiary).sheet(aso, asked, 'en');
    expect(sheet).toEqual({
      title: 'DIARY REGISTER',
      columns: printed.columns.map(({ heading }) => heading),
      rows: printed.rows,
    });
    expect(sheet.rows.map(([, , , , subject]) => subject)).toEqual(['secret', 'night']);
    expect(printed.title).toBe('DIARY REGISTER · From whom: निरीक्षक; Current status: On a desk; Current status: SO');
    expect((await printedDiary(office(), aso, { language: 'en' })).title).toBe('DIARY REGISTER');
  });

  it('tells of each letter who sent it, where it is and whether it was opened there', async () => {
    const rows = await list(office().at('ASO'), {}, 50);
    expect(rows.map(({ unread }) => unread)).toEqual([true, false, true, false, false]);
    expect(rows.map(({ state }) => state)).toEqual(['on_desk', 'on_desk', 'on_desk', 'created', 'in_file']);
    expect(rows[1]).toMatchObject({
      holder: office().at('SO').postId,
      from: office().at('ASO').postId,
      action: 'for_necessary_action',
    });
    expect(rows[4]).toMatchObject({
      id: id('filed'),
      subject: 'filed',
      senderName: 'निरीक्षक',
      senderDesignation: 'निरीक्षक',
      letterNumber: '112/2026',
      letterDate: '2020-01-15',
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
      grading: 'normal',
      urgency: 'ordinary',
      holder: null,
      from: null,
      dueOn: null,
      file: { id: file.fileId, number: file.number },
      placed: { firstPage: 1, lastPage: 2 },
    });
    expect(rows.slice(0, 4).map(({ placed }) => placed)).toEqual([null, null, null, null]);
  });

  it('names the file of a letter and its pages there to the readers of the file alone', async () => {
    const files = async (actor: Actor) =>
      (await list(actor, { to: '2026-04-01' })).map((row) => [row.file?.id, row.placed?.firstPage]);
    expect(await files(office().at('SO'))).toEqual([[file.fileId, 1]]);
    expect(await files(office().at('DISPATCH'))).toEqual([[undefined, undefined]]);
  });

  it('says so in the printed register too, and to others only that the letter lies in a file', async () => {
    const last = async (actor: Actor) =>
      (await printedDiary(office(), actor, { asked: { to: '2026-04-01' } })).rows.map((row) => row.at(-1));
    expect(await last(office().at('SO'))).toEqual([`${file.number} · C/1–2`]);
    expect(await last(office().at('DISPATCH'))).toEqual([label('hi', 'receiptState', 'in_file')]);
  });

  it('is not what lies on a desk: that is every letter which the post holds and has put in no file', async () => {
    const box = async (actor: Actor) =>
      (await everyPage(1, (page) => office().get(ReceiptBox).execute(actor, page))).map(({ subject }) => subject);
    expect(await box(office().at('SO'))).toEqual(['night', 'secret']);
    expect(await box(office().at('ASO'))).toEqual(['elsewhere', 'evening']);
    expect(await box(office().at('CLERK'))).toEqual([]);
  });

  it('is opened by the readers of a letter, and by an auditor if it is a normal one', async () => {
    const view = (actor: Actor, name: string) => office().get(ReceiptViewQuery).execute(actor, id(name));
    expect(await view(office().at('SO'), 'secret')).toMatchObject({ subject: 'secret', unread: true });
    expect(await view(office().at('AUDIT'), 'night')).toMatchObject({ subject: 'night' });
    await expect(view(office().at('AUDIT'), 'secret')).rejects.toMatchObject({ code: 'not-found' });
    await expect(view(office().at('CLERK'), 'night')).rejects.toMatchObject({ code: 'not-found' });
  });
});
