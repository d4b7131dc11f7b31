import { Readable } from 'node:stream';
import type { Actor } from '@patravali/authorization';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ForwardReceipt } from '@patravali/dak';
import { UploadDocument } from '@patravali/documents';
import { letterPage } from '@patravali/drafts';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { dayFromToday } from './indian-days';
import { letterData } from './letter-data';
import type { Acts, StoryContext } from './story-context';

export function receiptActs({ office, names, story }: StoryContext): Acts<'diarise' | 'forwardReceipt' | 'putInFile'> {
  return {
    diarise: async (actor, { letter: name }) => {
      const letter = story.letters[name];
      if (!letter) throw new Error(`The story has no letter ${name}`);
      const pdf = await office.get<Typesetter>(TYPESETTER).typeset(letterPage(letterData(letter)));
      const body = Readable.from([Buffer.from(pdf)]);
      const document = await office
        .get(UploadDocument)
        .execute(withoutIdempotency(actor), { body, fileName: `${name}.pdf` });
      const { from, language, mode, urgency, enclosures, subject } = letter;
      const shown = language === 'en' ? 'en' : 'hi';
      const receipt = await office.get(CreateReceipt).execute(actor, {
        documentId: document.id,
        subject,
        senderName: from.signatory[shown],
        senderDesignation: from.designation[shown],
        senderAddress: `${from.name[shown]}, ${from.address[shown]}`,
        ...(letter.email ? { senderEmail: letter.email } : {}),
        letterNumber: letter.number,
        letterDate: dayFromToday(-letter.writtenDaysAgo),
        receivedOn: dayFromToday(-letter.receivedDaysAgo),
        deliveryMode: mode,
        language,
        grading: 'normal',
        urgency,
        enclosures: enclosures.length,
      });
      names.add('receipt', name, receipt.id);
    },
    forwardReceipt: async (actor, { letter, to, action, dueInDays, remarks }) => {
      await office.get(ForwardReceipt).execute(actor, names.find('receipt', letter), {
        toPostId: names.find('post', to),
        action,
        ...(dueInDays === undefined ? {} : { dueOn: dayFromToday(dueInDays) }),
        ...(remarks ? { remarks } : {}),
      });
    },
    putInFile: async (actor, { letter, file }) => {
      const request = { fileId: names.find('file', file), flag: 'puc' } as const;
      await office.get(PutReceiptInFile).execute(actor, names.find('receipt', letter), request);
    },
  };
}

/** The idempotency key is that of diarising. Uploading needs none: a document uploaded twice is stored once. */
function withoutIdempotency(actor: Actor): Actor {
  const copy = { ...actor };
  delete copy.idempotency;
  return copy;
}
