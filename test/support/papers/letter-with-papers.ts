import { DispatchIssue as NewDispatches, DraftContent } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { DispatchIssue } from '@patravali/dispatch';
import { ApproveDraft, CreateDraft, NumberForSigning } from '@patravali/drafts';
import { FinishIssue } from '@patravali/letters';
import { documentActs } from '../acts/document-acts';
import type { TestOffice } from '../office/office';

export const ADDRESSEES = ['ग्राम प्रधान, रामपुर', 'ग्राम प्रधान, श्यामपुर'];

/** What there is after a letter went out with all that can go with one. */
export interface LetterWithPapers {
  /** From which it went out, and on which the document lies that it encloses. */
  readonly fileId: string;
  readonly issueId: string;
  readonly enclosedId: string;
  /** The file of the first addressee, into which it was put. */
  readonly arrivedIn: string;
}

/** The section officer's letter encloses a document of its file, goes to each addressee as a copy of his own, and is put in a file by the post `OTHER`. */
export async function letterWithPapers(
  office: TestOffice,
  { pdf, title, subject = 'निरीक्षण' }: { readonly pdf: Uint8Array; readonly title: string; readonly subject?: string },
): Promise<LetterWithPapers> {
  const { upload, diarise } = documentActs(() => office);
  const [so, other] = [office.at('SO'), office.at('OTHER')];
  const { fileId } = await office.newFile(so);
  const { id: enclosedId, sha256, pages } = await upload(so, pdf);
  const receipt = await diarise(so, enclosedId, { subject });
  await office.get(PutReceiptInFile).execute(so, receipt.id, { fileId, flag: null });
  const content = DraftContent.parse({
    form: 'letter',
    language: 'hi',
    subject,
    signatoryPostId: so.postId,
    ownCopies: true,
    addressees: ADDRESSEES.map((name) => ({ name })),
    body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आख्या संलग्न है।' }] }] },
    enclosedDocuments: [{ documentId: enclosedId, title, pages, sha256 }],
  });
  const { id: draftId } = await office.get(CreateDraft).execute(so, fileId, { content, replyToReceiptId: null });
  await office.get(ApproveDraft).execute(so, draftId, { draftVersion: 1, namedPostId: null });
  const { issueId } = await office.get(NumberForSigning).execute(so, draftId);
  await office.get(FinishIssue).executeJob({ organisationId: office.id, issueId });
  const dispatches = [{ recipient: 0, mode: 'within_office', toPostId: other.postId }];
  await office.get(DispatchIssue).execute(office.at('DISPATCH'), issueId, NewDispatches.parse({ dispatches }));
  const [arrived] = await office.rows<{ id: string }>('SELECT receipt_id AS id FROM dispatch WHERE issue_id = $1', [
    issueId,
  ]);
  const { fileId: arrivedIn } = await office.newFile(other);
  await office.get(PutReceiptInFile).execute(other, arrived?.id ?? '', { fileId: arrivedIn, flag: null });
  return { fileId, issueId, enclosedId, arrivedIn };
}
