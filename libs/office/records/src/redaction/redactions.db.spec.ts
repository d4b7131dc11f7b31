import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@patravali/authorization';
import type { RedactionMark } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { DocumentBytes, ReadDocument, spoolFolder, UploadDocument } from '@patravali/documents';
import { CreateFile, FileHistory } from '@patravali/files';
import { ListRedactions, MakeRedaction, RedactDocument } from '@patravali/records';
import { CONFIG, type Config } from '@patravali/config';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { documentActs } from '../../../../../test/support/acts/document-acts';
import { insideOf, waysToWrite } from '../../../../../test/support/papers/inside-pdf';
import { useOffice } from '../../../../../test/support/office/office';
import { pageTexts } from '../../../../platform/typesetting/test/pdf-text';
import { leftOutInShort } from './left-out';

const office = useOffice({ holds: 'section' });
const { diarise } = documentActs(office);
const aso = () => office().at('ASO');

const SECRET = 'HIDDENNAME';
const AREA = { left: 80, top: 420, width: 300, height: 40 };
const MARKS: RedactionMark[] = [
  { page: 3, area: null, clause: '8(1)(h)' },
  { page: 1, area: AREA, clause: '8(1)(j)' },
  { page: 1, area: { ...AREA, top: 500 }, clause: '8(1)(j)' },
];

async function aLetter(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(`${SECRET} ${crypto.randomUUID()}`);
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= 3; page++) {
    document.addPage([595, 842]).drawText(`${SECRET} of page ${page}`, { x: 100, y: 400, size: 14, font });
  }
  return await document.save();
}

describe('a copy of a document with passages left out', () => {
  let fileId: string;
  let documentId: string;
  beforeEach(async () => ({ fileId, documentId } = await aFile(await aLetter())));

  /** As if its letter had come in before uploads were inspected. */
  async function aFile(bytes: Uint8Array, pages = 3) {
    const cover = { headId: office().headId, subject: 'सड़क', grading: 'normal', urgency: 'ordinary' } as const;
    const { id } = await office().get(CreateFile).execute(aso(), cover);
    const upload = { body: Readable.from([bytes]), fileName: `${SECRET}.pdf`, facts: { pages, hasText: true } };
    const document = await office().get(UploadDocument).execute(aso(), upload);
    const receipt = await diarise(aso(), document.id);
    await office().get(PutReceiptInFile).execute(aso(), receipt.id, { fileId: id, flag: null });
    return { fileId: id, documentId: document.id };
  }
  const ask = async (marks = MARKS, by: Actor = aso(), of = documentId) =>
    (await office().get(RedactDocument).execute(by, fileId, { documentId: of, marks }, 'en')).id;
  const make = (id: string, last = false) =>
    office().get(MakeRedaction).execute({ organisationId: office().id, id }, { last });
  const list = async (by: Actor = aso()) =>
    (await office().get(ListRedactions).execute(by, fileId, { limit: 50 }, 'en')).items;
  const mayRedact = async (by: Actor) =>
    (await office().get(ListRedactions).execute(by, fileId, { limit: 1 }, 'en')).mayRedact;
  const bytesOf = async (id: string, by: Actor = aso()) =>
    buffer(
      await office()
        .get(DocumentBytes)
        .open(await office().get(ReadDocument).execute(by, id)),
    );
  const history = async () => (await office().get(FileHistory).execute(aso(), fileId, { limit: 50 })).items;
  const kept = async () => (await office().rows<{ count: string }>('SELECT count(*) FROM document'))[0]?.count;

  it('is asked for, made, and read by the readers of the file', async () => {
    const id = await ask();
    expect(await list()).toMatchObject([
      { id, sequence: 1, documentId, marks: MARKS, state: 'waiting', done: 0, total: 3, copy: null, failure: null },
    ]);
    await make(id);
    const [made] = await list(office().at('SO'));
    expect(made).toMatchObject({ state: 'ready', done: 3, copy: { pages: 4 } });
    const copyId = made?.copy?.documentId ?? '';
    const bytes = await bytesOf(copyId, office().at('SO'));
    const [front = '', first = '', second = '', third = ''] = await pageTexts(bytes);
    const { sha256 } = await office().get(ReadDocument).execute(aso(), documentId);
    for (const part of [
      'C/1',
      'section 8(1)(j)',
      'Personal information',
      '2',
      'C/3',
      'section 8(1)(h)',
      'whole page',
    ]) {
      expect(front).toContain(part);
    }
    expect(front.replaceAll(/\s/g, '')).toContain(sha256);
    expect(first.match(/8\(1\)\(j\)/g)).toHaveLength(2);
    expect(second).not.toContain('8(1)');
    expect(third).toContain('8(1)(h)');
    const inside = insideOf(bytes);
    expect(waysToWrite(SECRET).filter((written) => inside.includes(written))).toEqual([]);
    const copy = await office().get(ReadDocument).execute(aso(), copyId);
    expect(copy).toMatchObject({ sha256: made?.copy?.sha256, fileName: expect.not.stringContaining(SECRET) as string });
    await expect(bytesOf(copyId, await office().actor())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is told by the history of the file, with hashes and clauses and no word of it', async () => {
    const id = await ask();
    await make(id);
    const { sha256: originalSha256 } = await office().get(ReadDocument).execute(aso(), documentId);
    const leftOut = ['1: 8(1)(j) × 2', '3: 8(1)(h)'];
    const [made] = await list();
    const [asked, done] = (await history()).slice(-2);
    expect(asked).toMatchObject({ name: 'file.redaction_asked', data: { originalSha256, leftOut } });
    const data = { originalSha256, leftOut, pages: 4 };
    expect(done).toMatchObject({ name: 'file.document_redacted', contentHash: made?.copy?.sha256, data });
    expect(JSON.stringify([asked, done])).not.toContain(SECRET);
    const rows = await office().rows('SELECT made_here, uploaded_by_post_id FROM document WHERE id = $1', [
      made?.copy?.documentId,
    ]);
    expect(rows).toEqual([{ made_here: true, uploaded_by_post_id: aso().postId }]);
  });

  it('is asked for by whoever holds the file, of what lies on it', async () => {
    const stranger = await office().actor();
    await expect(ask(MARKS, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(list(stranger)).rejects.toMatchObject({ code: 'not-found' });
    for (const reader of [office().at('SO'), office().at('AUDIT')]) {
      await expect(ask(MARKS, reader)).rejects.toMatchObject({ code: 'not-allowed' });
      expect(await mayRedact(reader)).toBe(false);
    }
    expect(await mayRedact(aso())).toBe(true);
    const other = await aFile(await aLetter());
    await expect(ask(MARKS, aso(), other.documentId)).rejects.toMatchObject({ code: 'not-found' });
    const beyond: RedactionMark = { page: 4, area: null, clause: '9' };
    const refusal = { code: 'mark-outside-document', params: { place: 4 } };
    await expect(ask([beyond])).rejects.toMatchObject(refusal);
    for (let time = 0; time < 3; time++) await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'too-many-pdfs', params: { count: 3 } });
    for (const { id } of await list()) await make(id);
    expect((await list()).map(({ sequence, state }) => [sequence, state])).toEqual([1, 2, 3].map((n) => [n, 'ready']));
  }, 120_000);

  it('is made once, whoever makes it, and keeps no trace in the spool', async () => {
    const id = await ask([]);
    await Promise.all([make(id), make(id)]);
    await make(id);
    expect((await history()).filter(({ name }) => name === 'file.document_redacted')).toHaveLength(1);
    const { dataFolder } = office().get<Config>(CONFIG);
    expect((await readdir(spoolFolder(dataFolder))).filter((name) => name.endsWith('.blackening'))).toEqual([]);
  });

  it('is tried again when something else was at fault, and says in the end that there is none', async () => {
    const bind = jest.spyOn(office().get<Typesetter>(TYPESETTER), 'bind').mockRejectedValue(new Error('no room'));
    const id = await ask([]);
    await expect(make(id)).rejects.toThrow('no room');
    expect(await list()).toMatchObject([{ state: 'waiting' }]);
    await make(id, true);
    bind.mockRestore();
    expect(await list()).toMatchObject([{ state: 'failed', copy: null, failure: expect.any(String) as string }]);
  });

  it('is not made of a document that is broken, is another than was counted, or was seen otherwise', async () => {
    ({ fileId, documentId } = await aFile(Buffer.from(`%PDF-1.7\n${crypto.randomUUID()}`), 1));
    const before = await kept();
    await make(await ask([]));
    expect(await list()).toMatchObject([{ state: 'failed', copy: null, failure: expect.any(String) as string }]);
    ({ fileId, documentId } = await aFile(await aLetter(), 5));
    await make(await ask([]));
    expect(await list()).toMatchObject([{ state: 'failed', copy: null }]);
    ({ fileId, documentId } = await aFile(await aLetter()));
    await make(await ask([{ page: 2, area: { ...AREA, left: 900 }, clause: '24' }]));
    expect(await list()).toMatchObject([{ state: 'failed', failure: expect.stringContaining('2') as string }]);
    // The two letters that came in meanwhile, and no copy.
    expect(Number(await kept())).toBe(Number(before) + 2);
  });
});

describe('what is left out', () => {
  it('is said page by page, and a page that is left out whole but once', () => {
    const on = (page: number, clause: RedactionMark['clause'], whole = false): RedactionMark => ({
      page,
      clause,
      area: whole ? null : AREA,
    });
    const marks = [on(2, '24'), on(1, '9'), on(1, '8(1)(a)'), on(1, '9'), on(2, '8(1)(d)', true), on(2, '9', true)];
    expect(leftOutInShort(marks)).toEqual(['1: 8(1)(a) × 1', '1: 9 × 2', '2: 8(1)(d)']);
  });
});
