import type {
  DraftChanged,
  FileCreated,
  IssueView,
  LetterNumbered,
  Named,
  NumberHead,
  Page,
} from '@patravali/contract';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { has, run } from '../../../libs/platform/typesetting/test/tools';
import type { Client } from './client';

export const SUBJECT_TO_SIGN = 'निर्माण कार्यों की प्रगति';

/** A D.O. letter of an officer that has its number, where the office has such letters signed. */
export async function numberedLetter(officer: Client): Promise<LetterNumbered> {
  const subject = SUBJECT_TO_SIGN;
  const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
  const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: { headId: head?.id, subject } });
  const content = {
    form: 'do_letter',
    language: 'hi',
    subject,
    signatoryPostId: officer.postId,
    body: written('प्रगति आख्या एक सप्ताह में उपलब्ध करायें।'),
    addressees: [{ name: 'श्री अ. ब. स.', designation: 'जिलाधिकारी, मऊ' }],
  };
  const { id } = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body: { content } });
  const params = { draftId: id };
  await officer.ask('approveDraft', { params, body: { draftVersion: 1 } });
  return await officer.ask('numberDraft', { params });
}

/** The certificates of those who signed an issued letter; each signature is found valid by another program. */
export async function signersOf(officer: Client, issueId: string): Promise<string[]> {
  const issue = await officer.ask<Named<IssueView>>('getIssue', { params: { issueId } });
  const bytes = await officer.pdf('downloadDocument', { documentId: issue.documentId });
  if (has('pdfsig')) {
    const valid = run('pdfsig', ['-nocert', 'FILE'], bytes).output.match(/Signature is Valid/g);
    expect(valid).toHaveLength(issue.signatures.length);
  }
  return issue.signatures.map(({ certificate }) => certificate.subject);
}
