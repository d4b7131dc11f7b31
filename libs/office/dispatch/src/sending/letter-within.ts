import { Bilingual, Day, EnclosedDocument, LETTER_LANGUAGES } from '@patravali/contract';
import type { LetterWithin } from '@patravali/dak';
import { projection, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { ENCLOSED_DOCUMENTS, IS_AS_ISSUED, LETTERS, numberOnLetter } from '@patravali/letters';
import { personName, postDesignation } from '@patravali/organisation';
import { z } from 'zod';

const LETTER = projection(
  z.object({
    documentId: z.uuid(),
    enclosedDocuments: z.array(EnclosedDocument),
    number: z.string(),
    issuedOn: Day,
    subject: z.string(),
    language: z.enum(LETTER_LANGUAGES),
    signedBy: Bilingual,
    designation: Bilingual,
    asIssued: z.boolean(),
  }),
  {
    documentId: 'i.document_id',
    enclosedDocuments: ENCLOSED_DOCUMENTS,
    number: numberOnLetter('i'),
    issuedOn: 'i.issued_on',
    subject: 'i.subject',
    language: 'i.language',
    signedBy: personName('i.signed_by_user_id'),
    designation: postDesignation('i.signatory_post_id'),
    asIssued: IS_AS_ISSUED,
  },
);

/** What the diary of the post that receives it says of an issued letter: its signatory is its sender. @throws Refusal `document-not-as-recorded` */
export async function letterWithin(
  tx: Transaction,
  issueId: string,
): Promise<Omit<LetterWithin, 'toPostId' | 'asCopy' | 'grading' | 'urgency'>> {
  const [letter] = await tx.select(
    LETTER.row,
    `SELECT ${LETTER.columns} FROM ${LETTERS} WHERE i.organisation_id = $1 AND i.id = $2`,
    [tx.by.organisationId, issueId],
  );
  if (!letter) throw new Error(`The letter ${issueId} is not issued`);
  const { signedBy, designation, asIssued, ...said } = letter;
  if (!asIssued) throw new Refusal('document-not-as-recorded', { fileName: letter.number });
  const language = letter.language === 'en' ? 'en' : 'hi';
  return { ...said, senderName: signedBy[language], senderDesignation: designation[language] };
}
