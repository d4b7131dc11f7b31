import { Readable } from 'node:stream';
import type { Actor } from '@patravali/authorization';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ForwardReceipt, OpenReceipt } from '@patravali/dak';
import { UploadDocument } from '@patravali/documents';
import { PDFDocument } from 'pdf-lib';
import type { Acts, StoryContext } from '../story/story-context';

export function receiptActs({
  office,
  names,
  letters,
  pdfs,
  time,
}: StoryContext): Acts<'diarise' | 'forwardReceipt' | 'openReceipt' | 'putInFile'> {
  return {
    diarise: async (actor, { letter: name }) => {
      const letter = letters[name];
      if (!letter) throw new Error(`The story has no letter ${name}`);
      const pdf = await pdfs.take(name);
      const body = Readable.from([Buffer.from(pdf)]);
      const document = await office.get(UploadDocument).execute(withoutIdempotency(actor), {
        body,
        fileName: `${name}.pdf`,
        facts: { pages: await pagesOf(pdf), hasText: true },
      });
      const { from, language, mode, urgency, enclosures, subject } = letter;
      const writtenOn = pdfs.writtenOn(name);
      const shown = language === 'en' ? 'en' : 'hi';
      const receipt = await office.get(CreateReceipt).execute(actor, {
        documentId: document.id,
        subject,
        senderName: from.signatory[shown],
        senderDesignation: from.designation[shown],
        senderAddress: `${from.name[shown]}, ${from.address[shown]}`,
        ...(letter.email ? { senderEmail: letter.email } : {}),
        letterNumber: letter.number,
        letterDate: writtenOn,
        receivedOn: time.day(-letter.receivedDaysAgo),
        deliveryMode: mode,
        language,
        grading: 'normal',
        urgency,
        enclosures: enclosures.length,
      });
      names.add('receipt', name, receipt.id);
      names.add('writtenOn', name, writtenOn);
    },
    forwardReceipt: async (actor, { letter, to, action, dueInDays, remarks }) => {
      await office.get(ForwardReceipt).execute(actor, names.find('receipt', letter), {
        toPostId: names.find('post', to),
        action,
        ...(dueInDays === undefined ? {} : { dueOn: time.workingDay(dueInDays) }),
        ...(remarks ? { remarks } : {}),
      });
    },
    openReceipt: async (actor, { letter }) => {
      await office.get(OpenReceipt).execute(actor, names.find('receipt', letter));
    },
    putInFile: async (actor, { letter, file, flag }) => {
      const request = { fileId: names.find('file', file), flag };
      await office.get(PutReceiptInFile).execute(actor, names.find('receipt', letter), request);
    },
  };
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

/** The idempotency key is that of diarising. Uploading needs none: a document uploaded twice is stored once. */
function withoutIdempotency(actor: Actor): Actor {
  const copy = { ...actor };
  delete copy.idempotency;
  return copy;
}
