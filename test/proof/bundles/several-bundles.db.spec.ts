import type { Actor } from '@patravali/authorization';
import { AskForPdf as Request } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { DocumentBytes } from '@patravali/documents';
import { FileHistory } from '@patravali/files';
import { AskForPdf, CancelPdf, MakePdf, MyPdfs } from '@patravali/records';
import { verifyBundle, zipContainer } from '@patravali/verifier';
import { unzipSync } from 'fflate';
import { buffer } from 'node:stream/consumers';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { documentActs } from '../../support/acts/document-acts';
import { useOffice } from '../../support/office/office';
import { whileLogging } from '../../support/papers/while-logging';

const office = useOffice({ holds: 'section' });
const { upload, pdf, diarise } = documentActs(office);
const so = () => office().at('SO');

/** A file on which a letter lies. */
async function aFile(): Promise<{ id: string; number: string }> {
  const { fileId, number } = await office().newFile(so());
  const document = await upload(so(), await pdf(1));
  const receipt = await diarise(so(), document.id);
  await office().get(PutReceiptInFile).execute(so(), receipt.id, { fileId, flag: null });
  return { id: fileId, number };
}

const ask = async ([fileId = '', ...alsoFileIds]: readonly string[], by: Actor = so()) =>
  (await office().get(AskForPdf).execute(by, fileId, { language: 'hi', form: 'bundle', alsoFileIds, selection: null }))
    .id;
const make = async (id: string) => {
  await whileLogging(office(), () =>
    office().get(MakePdf).execute({ organisationId: office().id, id }, { last: true }),
  );
};
const lastOf = async (fileId: string) =>
  (await office().get(FileHistory).execute(so(), fileId, { limit: 50 })).items.at(-1);
const mine = async (id: string, by: Actor = so()) =>
  (await office().get(MyPdfs).list(by, 'hi')).find((each) => each.id === id);

describe('one evidence bundle of several files', () => {
  let files: { id: string; number: string }[];
  const ids = () => files.map(({ id }) => id);
  beforeAll(async () => (files = [await aFile(), await aFile(), await aFile()]));
  beforeEach(() => office().rows('DELETE FROM asked_pdf'));

  it('is verified as one, and holds of each its events, its letters and all of it as a PDF', async () => {
    const id = await ask(ids());
    expect(await mine(id)).toMatchObject({ form: 'bundle', state: 'waiting', alsoFiles: 2, total: 3 });
    await make(id);
    const ready = await office().get(MyPdfs).ready(so(), id);
    expect(ready.fileName).toMatch(/ \+2\.zip$/);
    const bundle = await buffer(await office().get(DocumentBytes).open(ready));
    const events = await office().rows(
      `SELECT FROM event WHERE subject_id = ANY ($1)
         OR subject_id IN (SELECT unnest(ARRAY[receipt_id, document_id]) FROM correspondence WHERE file_id = ANY ($1))`,
      [ids()],
    );
    const answer = await verifyBundle(zipContainer(bundle), { witnesses: [] });
    expect(answer).toMatchObject({ subjects: 9, events: events.length, documents: 3 });
    // Index, list of hashes and two certificates; each whole file is named by an event.
    expect(answer.others).toHaveLength(4);
    expect(answer.made.map(({ path }) => path)).toEqual(
      [1, 2, 3].map(() => expect.stringMatching(/^whole-files\/\d+\.pdf$/) as string),
    );
    const held = unzipSync(bundle);
    expect(Object.keys(held).filter((path) => path.startsWith('whole-files/'))).toHaveLength(3);
    const index = Buffer.from(held['index.html'] ?? []).toString();
    const certificate = await pdfText(held['certificate-en.pdf'] ?? new Uint8Array());
    for (const { number } of files) {
      expect(index).toContain(`<h3>${number}</h3>`);
      expect(certificate.replaceAll(/[\s\u200b]/g, '')).toContain(number.replaceAll(/\s/g, ''));
    }
    const [first = '', ...others] = ids();
    const { items } = await office().get(FileHistory).execute(so(), first, { limit: 50 });
    expect(items.slice(-2)).toMatchObject([
      { name: 'file.bundle_asked', data: { files: 3, alsoFileIds: others.sort() } },
      { name: 'file.bundled', data: { path: expect.stringMatching(/^whole-files\//) as string } },
    ]);
    const readings = await office().rows<{ id: string }>(
      `SELECT item_id AS id FROM item_reading WHERE act = 'bundled' AND item_id = ANY ($1)`,
      [ids()],
    );
    expect(readings.map((reading) => reading.id).sort()).toEqual(ids().sort());
  }, 300_000);

  it('asked for again, also in another order of the others, is the same, until it is given up', async () => {
    const [first = '', second = '', third = ''] = ids();
    const id = await ask([first, second, third]);
    expect(await ask([first, third, second])).toBe(id);
    expect(await ask([first, second])).not.toBe(id);
    await office().get(CancelPdf).execute(so(), id);
    expect(await lastOf(first)).toMatchObject({ name: 'file.bundle_cancelled' });
    expect(await ask([first, second, third])).not.toBe(id);
  });

  it('is for whoever may read every one of them', async () => {
    const stranger = await office().actor();
    const { fileId: own } = await office().newFile(stranger);
    const before = await office().counts();
    for (const [wanted, by] of [
      [[...ids(), own], so()],
      [[own, ...ids()], stranger],
    ] as const)
      await expect(ask(wanted, by)).rejects.toMatchObject({ code: 'not-found' });
    expect(await office().counts()).toEqual(before);
    const id = await ask(ids());
    await office().rows(`UPDATE asked_pdf SET also_file_ids = $2 WHERE id = $1`, [id, [own]]);
    expect(await mine(id)).toBeUndefined();
    await make(id);
    expect(await office().rows('SELECT failure FROM asked_pdf WHERE id = $1', [id])).toEqual([
      { failure: expect.objectContaining({ code: 'not-found' }) as object },
    ]);
    await expect(office().get(MyPdfs).ready(so(), id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is of no more than twenty, each named once, and not of a letter', () => {
    const some = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
    const [one = ''] = some(1);
    const isRight = (body: object) => Request.safeParse(body).success;
    for (const form of ['bundle', 'rti_bundle']) expect(isRight({ form, alsoFileIds: some(19) })).toBe(true);
    for (const body of [
      { form: 'bundle', alsoFileIds: some(20) },
      { form: 'bundle', alsoFileIds: [] },
      { form: 'bundle', alsoFileIds: [one, one.toUpperCase()] },
      { form: 'bundle', issueId: one, alsoFileIds: some(1) },
      { form: 'rti_bundle', issueId: one, alsoFileIds: some(1) },
      { form: 'pdf', alsoFileIds: some(1) },
      { alsoFileIds: some(1) },
    ])
      expect([body, isRight(body)]).toEqual([body, false]);
  });
});
