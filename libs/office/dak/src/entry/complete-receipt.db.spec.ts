import type { Actor } from '@patravali/authorization';
import { type CompleteReceipt as CompleteReceiptRequest, FindDiary } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CompleteReceipt, ListDiary } from '@patravali/dak';
import { codeOf, withReceipts } from '../../../../../test/support/acts/sent-receipts';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { printedDiary } from '../../../../../test/support/papers/printed-diary';

const office = useOffice({ holds: 'section' });
const { diarise, forward, close, view, eventsOf } = withReceipts(office);
const at = (marking: Marking) => office().at(marking);

const COVER = { documentId: undefined, cover: 'sealed', subject: 'मोहर लगा लिफ़ाफ़ा', letterNumber: 'गोपन/7' };
const LETTER = {
  subject: 'जाँच आख्या',
  senderName: 'खण्ड शिक्षा अधिकारी',
  senderDesignation: null,
  senderAddress: null,
  senderEmail: null,
  letterNumber: 'गोपन/7',
  letterDate: '2020-01-15',
  receivedOn: '2020-01-20',
  deliveryMode: 'post',
  language: 'hi',
  grading: 'normal',
  urgency: 'ordinary',
  enclosures: 0,
  remarks: null,
} as const;

/** Diarised by the assistant, and marked to the section officer unopened. */
const cover = async () => {
  const id = await diarise(at('ASO'), COVER);
  await forward(at('ASO'), id, at('SO'));
  return id;
};
const complete = async (by: Actor, id: string, more: Partial<CompleteReceiptRequest> = {}) => {
  const documentId = more.documentId ?? (await office().newDocument(by));
  const { version } = await view(by, id);
  return await office()
    .get(CompleteReceipt)
    .execute(by, id, { ...LETTER, ...more, documentId }, version);
};
const everything = async (id: string) => [
  await office().rows('SELECT * FROM receipt WHERE id = $1', [id]),
  await eventsOf(id),
];
const put = async (id: string) => {
  const { fileId } = await office().newFile(at('SO'));
  return await office().get(PutReceiptInFile).execute(at('SO'), id, { fileId, flag: null });
};

describe('a letter without a scan', () => {
  it('is diarised by its cover, which the diary shows, and is put in no file', async () => {
    const id = await cover();
    expect(await view(at('SO'), id)).toMatchObject({ cover: 'sealed', scanned: false, document: null, active: null });
    const { allowedMoves } = await view(at('SO'), id);
    expect([allowedMoves.includes('complete'), allowedMoves.includes('put_in_file')]).toEqual([true, false]);
    const before = await everything(id);
    expect(await codeOf(() => put(id))).toBe('letter-without-scan');
    expect(await everything(id)).toEqual(before);
    const { items } = await office().get(ListDiary).execute(at('ASO'), FindDiary.parse({}));
    expect(items.find((row) => row.id === id)).toMatchObject({ cover: 'sealed', scanned: false });
    const { rows } = await printedDiary(office(), at('ASO'), { language: 'hi' });
    expect(rows.flat()).toContain('डाक, मोहर लगा लिफ़ाफ़ा');
    expect((await eventsOf(id))[0]).toMatchObject({ name: 'receipt.created', data: { cover: 'sealed' } });
  });

  it('is completed by who holds it: the cover and the old entry stay in the diary, and it goes into a file', async () => {
    const id = await cover();
    await complete(at('SO'), id);
    const changes = [
      { field: 'subject', before: COVER.subject, after: LETTER.subject },
      { field: 'letterDate', before: null, after: '2020-01-15' },
    ];
    expect(await view(at('SO'), id)).toMatchObject({
      subject: LETTER.subject,
      cover: 'sealed',
      scanned: true,
      document: { pages: 2 },
      unread: false,
      corrections: [{ by: { post: { marking: 'SO' } }, reason: null, changes }],
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({ name: 'receipt.completed', reason: null, data: { changes } });
    await expect(put(id)).resolves.toMatchObject({ id });
  });

  it('is completed by nobody else, once, with a scan of the own post that no other letter has', async () => {
    const id = await cover();
    const other = await diarise(at('SO'));
    const used = (await view(at('SO'), other)).document?.id ?? '';
    const before = await everything(id);
    expect(await codeOf(() => complete(at('ASO'), id))).toBe('not-allowed');
    expect(await codeOf(() => complete(at('SO'), id, { documentId: used }))).toBe('document-in-use');
    expect(
      await codeOf(async () => complete(at('SO'), id, { documentId: await office().newDocument(at('ASO')) })),
    ).toBe('unknown-document');
    expect(await codeOf(() => complete(at('SO'), id, { letterDate: '2999-01-01' }))).toBe('date-in-future');
    expect(await everything(id)).toEqual(before);
    await complete(at('SO'), id);
    expect(await codeOf(() => complete(at('SO'), id))).toBe('letter-has-scan');
    expect(await codeOf(() => complete(at('SO'), other))).toBe('letter-has-scan');
  });

  it('is closed unopened, and not completed then', async () => {
    const id = await cover();
    await close(at('SO'), id);
    expect(await codeOf(() => complete(at('SO'), id))).toBe('illegal-receipt-move');
  });

  it('is never diarised with neither a scan nor a cover, nor with both', async () => {
    const documentId = await office().newDocument(at('ASO'));
    await expect(diarise(at('ASO'), { documentId: undefined })).rejects.toThrow('missing');
    await expect(diarise(at('ASO'), { documentId, cover: 'paper' })).rejects.toThrow('not-with-a-scan');
  });
});
