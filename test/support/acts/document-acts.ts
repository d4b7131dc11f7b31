import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest } from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { ReadDocument, UploadDocument } from '@patravali/documents';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { Readable } from 'node:stream';
import { PDFDocument } from 'pdf-lib';
import type { TestOffice } from '../office/office';

/** What a clerk does with documents, in the office of a spec. */
export function documentActs(office: () => TestOffice) {
  const store = () => office().get<ObjectStore>(OBJECT_STORE);
  const upload = (by: Actor, body: Uint8Array, more: { idempotencyKey?: string; announced?: number } = {}) =>
    office()
      .get(UploadDocument)
      .execute(by, { body: Readable.from([body]), fileName: 'पत्र.pdf', ...more });
  const read = (by: Actor, id: string) => office().get(ReadDocument).execute(by, id);

  async function pdf(pages: number): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    for (let page = 0; page < pages; page++) document.addPage();
    document.setTitle(`${Math.random()}`);
    return await document.save();
  }
  async function diarise(by: Actor, documentId: string, more: object = {}) {
    const request = {
      documentId,
      subject: 'विषय',
      senderName: 'प्रेषक',
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
      ...more,
    };
    return await office().get(CreateReceipt).execute(by, CreateReceiptRequest.parse(request));
  }
  return { store, upload, read, pdf, diarise };
}
