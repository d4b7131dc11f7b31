import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest, type Grading, type Urgency } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt } from '@patravali/dak';
import { CloseFile, CreateFile, FileHistory, FileViewQuery, FindFiles, RegradeFile } from '@patravali/files';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const office = useOffice({ holds: 'section' });
const REASON = 'जाँच का प्रकरण';

const open = (by: Actor, cover: { grading?: Grading; urgency?: Urgency } = {}) =>
  office()
    .get(CreateFile)
    .execute(by, {
      headId: office().headId,
      subject: 'विभागीय जाँच',
      grading: 'normal',
      urgency: 'ordinary',
      ...cover,
    });
const forward = (by: Actor, id: string, to: Actor, urgency?: Urgency) =>
  office()
    .get(ForwardFile)
    .execute(by, id, { toPostId: to.postId, action: 'put_up', urgency, ...WORDS });
const regrade = (by: Actor, id: string, grading: Grading, version: number) =>
  office().get(RegradeFile).execute(by, id, { grading, reason: REASON }, version);
const view = (by: Actor, id: string) => office().get(FileViewQuery).execute(by, id);

/** The markings from which the file may be read; a search finds it for the same. */
async function readers(id: string): Promise<string> {
  const reading: string[] = [];
  for (const marking of ['DS', 'US', 'SO', 'ASO', 'DISPATCH', 'AUDIT', 'OTHER', 'CLERK'] as const) {
    const by = office().at(marking);
    const seen = await view(by, id).then(
      () => true,
      () => false,
    );
    const found = await office().get(FindFiles).execute(by, { limit: 200 });
    expect([marking, found.items.some((file) => file.id === id)]).toEqual([marking, seen]);
    if (seen) reading.push(marking);
  }
  return reading.join(' ');
}

describe('regrading a file', () => {
  it('takes it from superiors and auditors and gives it back to them, in the same act', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { id } = await open(aso);
    const { version } = await forward(aso, id, so);
    expect(await readers(id)).toBe('DS US SO ASO AUDIT');
    await expect(regrade(so, id, 'secret', version)).resolves.toEqual({
      id,
      version: version + 1,
      touched: expect.objectContaining({ parts: 0, readers: 2 }) as object,
    });
    expect(await readers(id)).toBe('SO ASO');
    expect(await view(aso, id)).toMatchObject({ grading: 'secret' });
    await regrade(so, id, 'normal', version + 1);
    expect(await readers(id)).toBe('DS US SO ASO AUDIT');
  });

  it('leaves a file that was pulled back with those who held it', async () => {
    const [so, other] = [office().at('SO'), office().at('OTHER')];
    const { id } = await open(so);
    await forward(so, id, other);
    const { version } = await office().get(PullBackFile).execute(so, id, {});
    await regrade(so, id, 'confidential', version);
    expect(await readers(id)).toBe('SO OTHER');
  });

  it('is told in the history with the old and the new grading, the reason and who did it', async () => {
    const so = office().at('SO');
    const { id } = await open(so);
    await regrade(so, id, 'confidential', 1);
    const { items } = await office().get(FileHistory).execute(so, id, { limit: 50 });
    expect(items.at(-1)).toMatchObject({
      sequence: 2,
      name: 'file.regraded',
      reason: REASON,
      by: { post: so.postId },
      data: { gradingBefore: 'normal', gradingAfter: 'confidential' },
    });
  });

  it('is offered and allowed to an officer who holds it, and to nobody else', async () => {
    const [aso, so, us] = [office().at('ASO'), office().at('SO'), office().at('US')];
    const { id } = await open(aso);
    expect((await view(aso, id)).allowedMoves).not.toContain('regrade');
    await expect(regrade(aso, id, 'secret', 1)).rejects.toMatchObject({ code: 'not-allowed' });
    const { version } = await forward(aso, id, so);
    expect((await view(so, id)).allowedMoves).toContain('regrade');
    await expect(regrade(us, id, 'secret', version)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(regrade(office().at('CLERK'), id, 'secret', version)).rejects.toMatchObject({ code: 'not-found' });
    await expect(regrade(so, id, 'secret', version - 1)).rejects.toMatchObject({ code: 'file-moved' });
    await expect(regrade(so, id, 'normal', version)).rejects.toMatchObject({ code: 'invalid-input' });
    const closed = await office().get(CloseFile).execute(so, id, { reason: 'निस्तारित', confirmNote: false });
    expect((await view(so, id)).allowedMoves).not.toContain('regrade');
    await expect(regrade(so, id, 'secret', closed.version)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await view(so, id)).toMatchObject({ grading: 'normal', version: closed.version });
  });

  it('never goes below a letter in the file, whose readers would read it', async () => {
    const so = office().at('SO');
    const { id } = await open(so, { grading: 'secret' });
    const documentId = await office().newDocument(so);
    const letter = { documentId, subject: 'गोपनीय आख्या', senderName: 'पुलिस अधीक्षक', receivedOn: '2020-01-20' };
    const request = { ...letter, deliveryMode: 'by_hand', language: 'hi', grading: 'confidential' };
    const receipt = await office().get(CreateReceipt).execute(so, CreateReceiptRequest.parse(request));
    await office().get(PutReceiptInFile).execute(so, receipt.id, { fileId: id, flag: null });
    const { version } = await view(so, id);
    await expect(regrade(so, id, 'normal', version)).rejects.toMatchObject({
      code: 'letters-more-graded',
      params: { diaryNumber: receipt.diaryNumber, receipt: 'confidential', file: 'normal' },
    });
    await expect(regrade(so, id, 'confidential', version)).resolves.toMatchObject({ id });
  });
});

describe('grading and VIP are given by officers alone', () => {
  const grading = { code: 'grading-needs-officer', errors: [{ pointer: '#/grading' }] };
  const vip = { code: 'urgency-needs-officer', errors: [{ pointer: '#/urgency' }] };

  it('when a file is opened', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    for (const above of ['confidential', 'secret', 'top_secret'] as const)
      await expect(open(aso, { grading: above })).rejects.toMatchObject({ ...grading, params: { post: 'ASO' } });
    await expect(open(aso, { urgency: 'vip' })).rejects.toMatchObject({ ...vip, params: { post: 'ASO' } });
    await expect(open(aso, { urgency: 'top_priority' })).resolves.toBeDefined();
    await expect(open(so, { grading: 'secret', urgency: 'vip' })).resolves.toBeDefined();
  });

  it('when a file is sent on, though a VIP file stays VIP in every hand', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { id } = await open(aso);
    await expect(forward(aso, id, so, 'vip')).rejects.toMatchObject(vip);
    await forward(aso, id, so);
    await forward(so, id, aso, 'vip');
    await forward(aso, id, so, 'vip');
    expect(await view(so, id)).toMatchObject({ urgency: 'vip' });
  });

  it('when a letter is diarised', async () => {
    const [dispatch, so] = [office().at('DISPATCH'), office().at('SO')];
    const diarise = async (by: Actor) => {
      const documentId = await office().newDocument(by);
      const letter = { documentId, subject: 'दौरा', senderName: 'निजी सचिव', receivedOn: '2020-01-20' };
      const request = { ...letter, deliveryMode: 'by_hand', language: 'hi', urgency: 'vip' };
      return await office().get(CreateReceipt).execute(by, CreateReceiptRequest.parse(request));
    };
    await expect(diarise(dispatch)).rejects.toMatchObject(vip);
    await expect(diarise(so)).resolves.toBeDefined();
  });
});
