import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { RedactionMark } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { DocumentBytes, UploadDocument } from '@patravali/documents';
import { CreateFile, FileHistory } from '@patravali/files';
import { Sequencer } from '@patravali/ledger';
import { ForwardFile, ReturnFile } from '@patravali/movement';
import {
  AskForPdf,
  ListOriginals,
  ListRedactions,
  MakePdf,
  MakeRedaction,
  MyPdfs,
  RedactDocument,
} from '@patravali/records';
import { verifyBundle, Wrong, zipContainer } from '@patravali/verifier';
import { unzipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { list, zipOfFiles } from '../../../libs/verifier/test/a-bundle';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { documentActs } from '../../support/acts/document-acts';
import { insideOf, waysToWrite } from '../../support/papers/inside-pdf';
import { letterWithPapers } from '../../support/papers/letter-with-papers';
import { useOffice } from '../../support/office/office';
import { WORDS } from '../../support/office/words';

const office = useOffice({ holds: 'section' });
const { diarise } = documentActs(office);
const so = () => office().at('SO');

const SECRET = 'HIDDENNAME';
const MARKS: RedactionMark[] = [
  { page: 1, area: { left: 80, top: 420, width: 300, height: 40 }, clause: '8(1)(j)' },
  { page: 2, area: null, clause: '8(1)(h)' },
];

async function aLetter(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.setTitle(`${SECRET} ${crypto.randomUUID()}`);
  for (let page = 1; page <= 2; page++)
    document.addPage([595, 842]).drawText(`${SECRET} of page ${page}`, { x: 100, y: 400, size: 14, font });
  return await document.save();
}

/** Two letters lie on it, and the name stands wherever a name can stand. @returns the document of each. */
async function aFile(): Promise<{ fileId: string; documents: string[] }> {
  const cover = { headId: office().headId, subject: SECRET, grading: 'normal', urgency: 'ordinary' } as const;
  const { id: fileId } = await office().get(CreateFile).execute(so(), cover);
  const documents: string[] = [];
  for (let letter = 0; letter < 2; letter++) {
    const upload = { body: Readable.from([await aLetter()]), fileName: `${SECRET}.pdf` };
    const { id } = await office()
      .get(UploadDocument)
      .execute(so(), { ...upload, facts: { pages: 2, hasText: true } });
    const receipt = await diarise(so(), id, { subject: SECRET, senderName: SECRET });
    await office().get(PutReceiptInFile).execute(so(), receipt.id, { fileId, flag: null });
    documents.push(id);
  }
  const us = office().at('US');
  await office()
    .get(ForwardFile)
    .execute(so(), fileId, { toPostId: us.postId, ...WORDS });
  await office().get(ReturnFile).execute(us, fileId, { reason: SECRET, confirmNote: false });
  return { fileId, documents };
}

async function redact(fileId: string, documentId: string, marks = MARKS, by = so()): Promise<void> {
  const { id } = await office().get(RedactDocument).execute(by, fileId, { documentId, marks }, 'en');
  await office().get(MakeRedaction).execute({ organisationId: office().id, id }, { last: true });
}

async function bundleOf(
  fileId: string,
  by = so(),
  alsoFileIds: string[] = [],
): Promise<{ name: string; bytes: Buffer }> {
  const asked = { language: 'hi', form: 'rti_bundle', selection: null, alsoFileIds } as const;
  const { id } = await office().get(AskForPdf).execute(by, fileId, asked);
  while (await office().get(Sequencer).round());
  await office().get(MakePdf).execute({ organisationId: office().id, id }, { last: true });
  const ready = await office().get(MyPdfs).ready(by, id);
  return { name: ready.fileName, bytes: await buffer(await office().get(DocumentBytes).open(ready)) };
}

const verify = (bundle: Uint8Array) => verifyBundle(zipContainer(bundle), { witnesses: [] });
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface Manifest {
  format: string;
  log: string;
  leftOut: { documents: { sha256: string; copy: string | null; leftOut: string[] }[]; events: string[] };
}

describe('the evidence bundle of a file for a request under the RTI Act', () => {
  let fileId: string;
  let original: string;
  let copies: string[];
  let bundle: { name: string; bytes: Buffer };
  beforeAll(async () => {
    const made = await aFile();
    fileId = made.fileId;
    const [document = ''] = made.documents;
    await redact(fileId, document, MARKS.slice(1));
    await redact(fileId, document);
    const { items } = await office().get(ListRedactions).execute(so(), fileId, { limit: 10 }, 'en');
    copies = items.map(({ copy }) => copy?.sha256 ?? '');
    original = items[0]?.sha256 ?? '';
    bundle = await bundleOf(fileId);
  }, 300_000);

  const files = () => unzipSync(bundle.bytes);
  const textOf = (path: string) => Buffer.from(files()[path] ?? []).toString();

  it('is right before the verifier, holds the last copy, and of all else what proves it', async () => {
    const { items } = await office().get(FileHistory).execute(so(), fileId, { limit: 100 });
    const [counted] = await office().rows<{ count: string }>('SELECT count(*) FROM event WHERE subject_id = $1', [
      fileId,
    ]);
    const events = Number(counted?.count);
    expect(await verify(bundle.bytes)).toMatchObject({
      subjects: 1,
      events,
      eventsLeftOut: events - 2,
      documents: 1,
      documentsLeftOut: 1,
      copies: 1,
      contentsAbsent: 0,
      others: ['index.html', 'hashes.txt', 'certificate-hi.pdf', 'certificate-en.pdf'],
      proven: [{ event: { name: 'file.document_redacted' } }],
    });
    expect(items.at(-1)).toMatchObject({ name: 'file.rti_bundle_asked' });
    expect(bundle.name).toMatch(/ RTI\.zip$/);
    const names = Object.keys(files());
    expect(names.filter((name) => name.startsWith('documents/'))).toEqual([`documents/${copies[1] ?? ''}.pdf`]);
    expect(names).not.toContain('whole-file.pdf');
    expect(names.filter((name) => name.startsWith('events/'))).toHaveLength(2);
    expect(JSON.parse(textOf('manifest.json'))).toMatchObject({
      format: 'patravali bundle 2',
      leftOut: {
        documents: [{ sha256: original, pages: 2, copy: copies[1], leftOut: ['1: 8(1)(j) × 1', '2: 8(1)(h)'] }],
      },
    });
  });

  it('says nowhere what may be exempt', () => {
    for (const [path, bytes] of Object.entries(files())) {
      const inside = path.endsWith('.pdf') ? insideOf(bytes) : Buffer.from(bytes).toString('latin1');
      expect([path, waysToWrite(SECRET).filter((written) => inside.includes(written))]).toEqual([path, []]);
    }
  });

  it('names in its index and in its certificates what is left out', async () => {
    const index = textOf('index.html');
    for (const part of ['What is left out', 'छोड़ा गया अंश', 'C/1–2', '1: 8(1)(j) × 1', original])
      expect(index).toContain(part);
    expect(index).toContain('which are not here: 1.');
    for (const path of index.matchAll(/href="(?!https?:)([^"]+)"/g)) expect(Object.keys(files())).toContain(path[1]);
    for (const language of ['hi', 'en']) {
      const told = (await pdfText(files()[`certificate-${language}.pdf`] ?? new Uint8Array())).replaceAll(
        /[\s\u200b]/g,
        '',
      );
      for (const part of ['8(1)(j)', original, copies[1] ?? '', hash(files()['hashes.txt'] ?? new Uint8Array())])
        expect(told).toContain(part);
    }
  });

  it('is found wrong when a copy was exchanged, a hash changed, or something is not said to be left out', async () => {
    const changed = async (change: (held: Map<string, Buffer>, leftOut: Manifest['leftOut']) => void) => {
      const held = new Map(Object.entries(files()).map(([path, bytes]) => [path, Buffer.from(bytes)]));
      const { log, leftOut } = JSON.parse(textOf('manifest.json')) as Manifest;
      change(held, leftOut);
      list(held, log, leftOut);
      const wrong: unknown = await verify(zipOfFiles(held)).catch((error: unknown) => error);
      return wrong instanceof Wrong ? wrong.code : 'right';
    };
    const [first = '', last = ''] = copies;
    expect(await changed(() => undefined)).toBe('right');
    const another = Buffer.from('%PDF-1.7 of somebody else');
    const swap = (held: Map<string, Buffer>, leftOut: Manifest['leftOut']) => {
      held.delete(`documents/${last}.pdf`);
      held.set(`documents/${hash(another)}.pdf`, another);
      for (const document of leftOut.documents) document.copy = hash(another);
    };
    expect(await changed(swap)).toBe('document-of-no-event');
    const differing: [change: (leftOut: Manifest['leftOut']) => void, code: string][] = [
      [({ documents }) => documents.forEach((each) => (each.sha256 = hash(another))), 'left-out-of-no-event'],
      [({ documents }) => documents.forEach((each) => (each.leftOut = [])), 'copy-of-other-document'],
      [({ documents }) => documents.forEach((each) => (each.copy = first)), 'copy-of-other-document'],
      [({ documents }) => documents.pop(), 'document-undeclared'],
      [({ events }) => events.pop(), 'event-gap'],
    ];
    for (const [change, code] of differing) expect(await changed((_, leftOut) => change(leftOut))).toBe(code);
  });

  it('holds the copy of what only arrived with a letter of the file, as of any other document', async () => {
    const other = office().at('OTHER');
    const papers = { pdf: await aLetter(), title: SECRET, subject: SECRET };
    const { arrivedIn, enclosedId } = await letterWithPapers(office(), papers);
    await redact(arrivedIn, enclosedId, MARKS, other);
    const { items } = await office().get(ListRedactions).execute(other, arrivedIn, { limit: 10 }, 'en');
    const { bytes } = await bundleOf(arrivedIn, other);
    expect(await verify(bytes)).toMatchObject({ subjects: 1, documents: 1, documentsLeftOut: 1, copies: 1 });
    const held = unzipSync(bytes);
    expect(Object.keys(held)).toContain(`documents/${items[0]?.copy?.sha256 ?? ''}.pdf`);
    const { leftOut } = JSON.parse(Buffer.from(held['manifest.json'] ?? []).toString()) as Manifest;
    expect(leftOut.documents).toEqual([
      expect.objectContaining({ sha256: items[0]?.sha256, pages: 2, leftOut: ['1: 8(1)(j) × 1', '2: 8(1)(h)'] }),
    ]);
    const index = Buffer.from(held['index.html'] ?? []).toString();
    for (const part of ['C/1 का संलग्नक 1', 'C/1, enclosure 1', 'which are not here: 1.']) expect(index).toContain(part);
    const certificate = await pdfText(held['certificate-en.pdf'] ?? new Uint8Array());
    expect(certificate.replaceAll(/[\s\u200b]/g, '')).toContain('C/1,enclosure1');
    for (const [path, each] of Object.entries(held)) {
      const inside = path.endsWith('.pdf') ? insideOf(each) : Buffer.from(each).toString('latin1');
      expect([path, waysToWrite(SECRET).filter((written) => inside.includes(written))]).toEqual([path, []]);
    }
  }, 300_000);

  it('of several files holds of each its own copies, also where one document belongs to two of them', async () => {
    const [other, auditor] = [office().at('OTHER'), office().at('AUDIT')];
    const papers = { pdf: await aLetter(), title: SECRET, subject: SECRET };
    const { fileId, arrivedIn, enclosedId } = await letterWithPapers(office(), papers);
    const originals = await office().get(ListOriginals).execute(other, arrivedIn, { limit: 10 });
    const arrivedId = originals.items[0]?.document.id ?? '';
    await redact(fileId, enclosedId);
    await redact(fileId, arrivedId, []);
    await redact(arrivedIn, enclosedId, MARKS.slice(1), other);
    const { bytes, name } = await bundleOf(fileId, auditor, [arrivedIn]);
    expect(name).toMatch(/ \+1 RTI\.zip$/);
    expect(await verify(bytes)).toMatchObject({ subjects: 2, documents: 3, documentsLeftOut: 3, copies: 3 });
    const held = unzipSync(bytes);
    const { leftOut } = JSON.parse(Buffer.from(held['manifest.json'] ?? []).toString()) as Manifest;
    const [whole = [], second = [], third = []] = leftOut.documents.map((each) => each.leftOut);
    expect([whole, second, third]).toEqual([['1: 8(1)(j) × 1', '2: 8(1)(h)'], [], ['2: 8(1)(h)']]);
    expect(leftOut.documents[2]?.sha256).toBe(leftOut.documents[0]?.sha256);
    const index = Buffer.from(held['index.html'] ?? []).toString();
    const certificate = (await pdfText(held['certificate-en.pdf'] ?? new Uint8Array())).replaceAll(/[\s\u200b]/g, '');
    for (const [id, place] of [
      [fileId, 'C/1–2'],
      [arrivedIn, 'C/1,enclosure1'],
    ] as const) {
      const [file] = await office().rows<{ number: string }>('SELECT number FROM office_file WHERE id = $1', [id]);
      expect(index).toContain(`<h3>${file?.number ?? ''}</h3>`);
      expect(certificate).toContain(`${(file?.number ?? '').replaceAll(/\s/g, '')},${place}`);
    }
    // The letter itself and the copy of its second addressee on one, and on the other the copy that arrived.
    expect(index).toContain('which are not here: 3.');
    for (const [path, each] of Object.entries(held)) {
      const inside = path.endsWith('.pdf') ? insideOf(each) : Buffer.from(each).toString('latin1');
      expect([path, waysToWrite(SECRET).filter((written) => inside.includes(written))]).toEqual([path, []]);
    }
    // What another request had bundled is in a later bundle by its id alone.
    const { bytes: later } = await bundleOf(fileId);
    const [number] = await office().rows<{ number: string }>('SELECT number FROM office_file WHERE id = $1', [
      arrivedIn,
    ]);
    for (const [path, each] of Object.entries(unzipSync(later)))
      if (path.startsWith('events/')) expect(Buffer.from(each).toString()).not.toContain(number?.number);
  }, 300_000);

  it('of a file without copies holds none, and of each document not even the hash', async () => {
    const { fileId: without } = await aFile();
    const { bytes } = await bundleOf(without);
    expect(await verify(bytes)).toMatchObject({ documents: 0, documentsLeftOut: 0, contentsAbsent: 0 });
    expect(Buffer.from(unzipSync(bytes)['index.html'] ?? []).toString()).toContain('which are not here: 2.');
  }, 120_000);
});
