import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ActiveContent } from '@patravali/contract';
import { CreateReceipt as CreateReceiptRequest } from '@patravali/contract';
import { ListCorrespondence, PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ListDiary, ReceiptViewQuery } from '@patravali/dak';
import { ReadDocument, UploadDocument } from '@patravali/documents';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { ACTIVE_PDFS } from '../../../../test/support/papers/active-pdfs';
import { useOffice } from '../../../../test/support/office/office';
import { printedDiary } from '../../../../test/support/papers/printed-diary';

const office = useOffice({ holds: 'section' });
const bytesOf = async (name: string): Promise<Uint8Array> => (await ACTIVE_PDFS[name]?.bytes()) ?? new Uint8Array();
const upload = async (name: string, uploads = office().get(UploadDocument)) =>
  await uploads.execute(office().at('SO'), { body: Readable.from([await bytesOf(name)]), fileName: 'पत्र.pdf' });

describe('a letter that would act when it is opened', () => {
  it('is labelled in the diary, on screen and paper, on its own page and in its file; its bytes stay', async () => {
    const so = office().at('SO');
    const active: ActiveContent[] = ['javascript'];
    const name = 'a script that runs when it is opened';
    const document = await upload(name);
    expect(document.active).toEqual(active);
    const { sha256 } = await office().get(ReadDocument).execute(so, document.id);
    const kept = await buffer(await office().get<ObjectStore>(OBJECT_STORE).get(sha256));
    expect(new Uint8Array(kept)).toEqual(new Uint8Array(await bytesOf(name)));

    const entry = {
      documentId: document.id,
      subject: 'विषय',
      senderName: 'प्रेषक',
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
    };
    const receipt = await office().get(CreateReceipt).execute(so, CreateReceiptRequest.parse(entry));
    const view = await office().get(ReceiptViewQuery).execute(so, receipt.id);
    expect([view.active, view.document?.active]).toEqual([active, active]);
    const { items } = await office().get(ListDiary).execute(so, { limit: 10 });
    expect(items.map((each) => each.active)).toEqual([active]);
    const printed = async (language: 'hi' | 'en') =>
      (await printedDiary(office(), so, { language })).rows.flat().find((text) => text.startsWith('विषय'));
    expect(await printed('hi')).toBe('विषय\nसक्रिय सामग्री: स्क्रिप्ट');
    expect(await printed('en')).toBe('विषय\nActive content: script');

    const { fileId } = await office().newFile(so);
    await office().get(PutReceiptInFile).execute(so, receipt.id, { fileId, flag: null });
    const letters = await office().get(ListCorrespondence).execute(so, fileId, { limit: 10 });
    expect(letters.items.map((each) => each.document?.active)).toEqual([active]);
  });

  it('is told of in the event of its upload', async () => {
    const { id } = await upload('a file inside');
    const rows = await office().rows<{ active: string[] }>(
      `SELECT data -> 'active' AS active FROM event WHERE subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ active: ['attachment'] }]);
  });

  it('is refused where the office takes none, by what it holds; a link is not', async () => {
    const strict = (await office().start({ activePdfs: 'refuse' })).get(UploadDocument, { strict: false });
    const before = await office().counts();
    for (const [name, found] of [
      ['a script in an object stream', 'javascript'],
      ['a program to start', 'launch'],
      ['an XFA form', 'xfa'],
    ] as const) {
      await expect(upload(name, strict)).rejects.toMatchObject({ code: 'pdf-active', params: { found: [found] } });
    }
    expect(await office().counts()).toEqual(before);
    expect((await upload('a link to a page of the web', strict)).active).toEqual(['link']);
  });

  it('is nothing that the database lets be called by another name', async () => {
    const { id } = await upload('a film');
    await expect(
      office().owner.query(`UPDATE document SET active = '{virus}' WHERE id = $1`, [id]),
    ).rejects.toMatchObject({
      constraint: 'document_active_check',
    });
  });
});
