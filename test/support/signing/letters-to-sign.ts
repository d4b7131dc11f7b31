import type { Actor } from '@patravali/authorization';
import { DraftContent, DraftView, type LetterForm, LetterToSignView } from '@patravali/contract';
import { DocumentBytes } from '@patravali/documents';
import {
  ApproveDraft,
  CancelDraft,
  CreateDraft,
  DraftViewQuery,
  IssueDraft,
  NumberForSigning,
} from '@patravali/drafts';
import { LettersToSign, SignLetter } from '@patravali/letters';
import { DOCUMENT_SIGNING, type DocumentSigning } from '@patravali/signatures';
import { OBJECT_STORE, type ObjectStore, toSha256 } from '@patravali/storage';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { type Marking, useOffice } from '../office/office';
import { giveKey } from './signing-keys';

/** An office with letters of officers: the under secretary signs first, the deputy secretary after him; the section officer looks on. */
export function useLettersToSign() {
  const office = useOffice({ holds: 'section' });
  const at = (marking: Marking) => office().at(marking);
  const store = () => office().get<ObjectStore>(OBJECT_STORE);
  const typesetter = () => office().get<Typesetter>(TYPESETTER);
  const documentSigning = () => office().get<DocumentSigning>(DOCUMENT_SIGNING);
  const keys = new Map<string, { keyId: string; passphrase: string }>();
  beforeAll(async () => {
    for (const marking of ['US', 'DS', 'SO', 'OTHER'] as const)
      keys.set(at(marking).userId, await giveKey(office(), at(marking)));
  }, 120_000);
  afterEach(() => jest.restoreAllMocks());

  const contentOf = (signatory: Actor, coSigners: readonly Actor[], form: LetterForm = 'letter') =>
    DraftContent.parse({
      form,
      language: 'hi',
      subject: 'अनुदान की स्वीकृति',
      signatoryPostId: signatory.postId,
      addressees: [{ name: 'जिला विद्यालय निरीक्षक' }],
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }] },
      ...(coSigners.length > 0 && { coSignatoryPostIds: coSigners.map(({ postId }) => postId) }),
    });

  /** A draft that its signatory has approved on his own desk. */
  async function approved(
    coSigners: readonly Actor[] = [at('DS')],
    { form, naming }: { form?: LetterForm; naming?: Actor } = {},
  ) {
    const us = at('US');
    const { fileId } = await office().newFile(us);
    const content = contentOf(us, coSigners, form);
    const { id } = await office().get(CreateDraft).execute(us, fileId, { content, replyToReceiptId: null });
    await office()
      .get(ApproveDraft)
      .execute(us, id, { draftVersion: 1, namedPostId: naming?.postId ?? null });
    return { fileId, id };
  }
  const number = (by: Actor, id: string) => office().get(NumberForSigning).execute(by, id);
  const withKey = (by: Actor) => keys.get(by.userId) ?? { keyId: '', passphrase: null };
  const sign = (by: Actor, issueId: string, key = withKey(by)) =>
    office()
      .get(SignLetter)
      .execute(by, issueId, { ...key, made: null });
  const issue = (by: Actor, id: string) => office().get(IssueDraft).execute(by, id);
  const cancel = (by: Actor, id: string) => office().get(CancelDraft).execute(by, id, { reason: 'अब आवश्यक नहीं' });
  const draftOf = (id: string) => office().named(DraftView, office().get(DraftViewQuery).execute(at('US'), id));
  const letterOf = (by: Actor, issueId: string) =>
    office().named(LetterToSignView, office().get(LettersToSign).view(by, issueId));
  const keyed = (by: Actor, key: string): Actor => ({ ...by, idempotency: { key, requestHash: 'a' } });
  const eventsOf = async (fileId: string) =>
    (
      await office().rows<{ name: string }>(
        `SELECT name FROM event WHERE subject_id = $1 AND name ~ '^draft[.](numbered|signed|issued|cancelled)' ORDER BY sequence`,
        [fileId],
      )
    ).map(({ name }) => name);

  async function numbered(coSigners: readonly Actor[] = [at('DS')]) {
    const letter = await approved(coSigners);
    return { ...letter, ...(await number(at('US'), letter.id)) };
  }
  async function bytesOf(issueId: string): Promise<Buffer> {
    const [document] = await office().rows<{ sha256: string; size: number }>(
      'SELECT d.sha256, d.size FROM issue i JOIN document d ON d.id = i.document_id WHERE i.id = $1',
      [issueId],
    );
    if (!document) throw new Error('The letter has no document');
    return await office()
      .get(DocumentBytes)
      .whole({ ...document, sha256: toSha256(document.sha256), fileName: 'a.pdf' });
  }
  return {
    office,
    at,
    store,
    typesetter,
    documentSigning,
    keys,
    withKey,
    contentOf,
    approved,
    numbered,
    number,
    sign,
    issue,
    cancel,
    draftOf,
    letterOf,
    keyed,
    eventsOf,
    bytesOf,
  };
}
