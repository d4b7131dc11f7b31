import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as NewReceipt,
  DispatchIssue as NewDispatches,
  DraftContent,
  DraftView,
  type EnclosedDocument,
  IssueView,
  ReceiptView,
} from '@patravali/contract';
import { DetachLetter, PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ReceiptViewQuery } from '@patravali/dak';
import { DispatchIssue, IssueViewQuery, OfficeMail, SendDispatchMail } from '@patravali/dispatch';
import { DocumentBytes, ReadDocument } from '@patravali/documents';
import {
  ApproveDraft,
  ChangeDraft,
  CreateDraft,
  DraftViewQuery,
  IssueDraft,
  NumberForSigning,
} from '@patravali/drafts';
import { LettersToSign } from '@patravali/letters';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DAMAGES, objectPath } from '../../../../../test/support/papers/damaged-object';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';

const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const store = () => office().get<ObjectStore>(OBJECT_STORE);

/** A letter that lies on the file, with its bytes in the store: as a draft encloses it. */
async function onFile(fileId: string, { title = 'आख्या की प्रति', size = 0 } = {}) {
  const bytes = Buffer.from(`%PDF-1.7 ${randomUUID()}`);
  const stored = await store().put({ bytes });
  const documentId = await office().newDocument(so(), { ...stored, size: size || stored.size, pages: 3 });
  const entry = { documentId, subject: 'आख्या', senderName: 'निरीक्षक', receivedOn: '2020-01-20' };
  const { id } = await office()
    .get(CreateReceipt)
    .execute(so(), NewReceipt.parse({ ...entry, deliveryMode: 'post', language: 'hi' }));
  const { serial } = await office().get(PutReceiptInFile).execute(so(), id, { fileId, flag: null });
  return { enclosed: { documentId, title, pages: 3, sha256: stored.sha256 }, bytes, serial };
}
const content = (more: object = {}) =>
  DraftContent.parse({
    form: 'letter',
    language: 'hi',
    subject: 'आख्या का प्रेषण',
    signatoryPostId: so().postId,
    addressees: [{ name: 'निरीक्षक', email: 'inspector@example.in' }, { name: 'अनुभाग' }],
    body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आख्या संलग्न है।' }] }] },
    ...more,
  });
const put = (fileId: string, more: object = {}) =>
  office()
    .get(CreateDraft)
    .execute(so(), fileId, { content: content(more), replyToReceiptId: null });
const approve = (id: string, draftVersion = 1) =>
  office().get(ApproveDraft).execute(so(), id, { draftVersion, namedPostId: null });
const view = (id: string) => office().named(DraftView, office().get(DraftViewQuery).execute(so(), id));
const issueOf = (by: Actor, id: string) => office().named(IssueView, office().get(IssueViewQuery).execute(by, id));
const reads = (by: Actor, documentId: string) =>
  office()
    .get(ReadDocument)
    .execute(by, documentId)
    .then(
      () => true,
      () => false,
    );

/** A letter with two documents and one paper, issued. */
async function issued() {
  const { fileId } = await office().newFile(so());
  const [one, two] = [await onFile(fileId), await onFile(fileId, { title: 'मानचित्र 1/2' })];
  const enclosedDocuments = [two.enclosed, one.enclosed];
  const { id } = await put(fileId, { enclosedDocuments, enclosures: ['चेक संख्या 101'] });
  await approve(id);
  const letter = await office().get(IssueDraft).execute(so(), id);
  return { fileId, id, letter, one, two, enclosedDocuments };
}

describe('a letter that encloses documents of its file', () => {
  it('names them with their pages before what is only words, and is fixed with them', async () => {
    const { letter, enclosedDocuments, id } = await issued();
    const { sha256 } = await office().get(ReadDocument).execute(so(), letter.documentId);
    const pdf = await office()
      .get(DocumentBytes)
      .whole({ ...(await office().get(ReadDocument).execute(so(), letter.documentId)), sha256 });
    expect(await pdfText(pdf)).toMatch(/मानचित्र 1\/2 \(3 पृष्ठ\).*आख्या की प्रति \(3 पृष्ठ\).*चेक संख्या 101/u);
    expect(await issueOf(so(), letter.issueId)).toMatchObject({ enclosedDocuments });
    expect((await view(id)).content.enclosedDocuments).toEqual(enclosedDocuments);
  });

  it('is approved anew when one of them is changed: the earlier version keeps its own', async () => {
    const { fileId } = await office().newFile(so());
    const [one, two] = [await onFile(fileId), await onFile(fileId)];
    const { id } = await put(fileId, { enclosedDocuments: [one.enclosed] });
    const listed = () =>
      office().rows(
        'SELECT draft_version AS version, document_id AS id, title FROM letter_enclosure WHERE draft_id = $1 ORDER BY 1, place',
        [id],
      );
    // On the same desk its own version is changed.
    const change = (ifMatch: number, enclosedDocuments: readonly EnclosedDocument[]) =>
      office()
        .get(ChangeDraft)
        .execute(so(), id, { content: content(enclosedDocuments.length > 0 ? { enclosedDocuments } : {}) }, ifMatch);
    await change(1, [two.enclosed, one.enclosed]);
    await approve(id);
    const approvedBefore = [
      { version: 1, id: two.enclosed.documentId, title: two.enclosed.title },
      { version: 1, id: one.enclosed.documentId, title: one.enclosed.title },
    ];
    expect(await listed()).toEqual(approvedBefore);
    await change(3, [{ ...one.enclosed, title: 'प्रति' }]);
    expect(await view(id)).toMatchObject({
      state: 'draft',
      draftVersion: 2,
      allowedMoves: ['change', 'approve', 'cancel'],
    });
    expect(await listed()).toEqual([...approvedBefore, { version: 2, id: one.enclosed.documentId, title: 'प्रति' }]);
    await change(4, []);
    expect(await listed()).toEqual(approvedBefore);
  });

  it.each([
    ['of another file', async () => (await onFile((await office().newFile(so())).fileId)).enclosed],
    [
      'of a confidential file that the writer does not read',
      async () => {
        const us = office().at('US');
        const { fileId } = await office().newFile(us, { grading: 'confidential' });
        const { documentId } = await writeIssue(office(), {
          fileId,
          by: us,
          signatory: us,
          served: 0,
          number: '1/गोप/2026',
        });
        return { documentId, title: 'गोपनीय', pages: 1, sha256: 'a'.repeat(64) };
      },
    ],
    ['that there is not', () => ({ documentId: randomUUID(), title: 'कुछ नहीं', pages: 1, sha256: 'a'.repeat(64) })],
  ])('refuses one %s, and tells nothing of it', async (_, foreign) => {
    const { fileId } = await office().newFile(so());
    const { enclosed } = await onFile(fileId);
    const other = await foreign();
    const { id } = await put(fileId);
    const refused = {
      code: 'enclosure-not-on-file',
      params: { title: other.title },
      errors: [{ pointer: '#/content/enclosedDocuments/1/documentId', detail: 'not-on-file' }],
    };
    const enclosedDocuments = [enclosed, other];
    await expect(put(fileId, { enclosedDocuments })).rejects.toMatchObject(refused);
    const changing = office()
      .get(ChangeDraft)
      .execute(so(), id, { content: content({ enclosedDocuments }) }, 1);
    await expect(changing).rejects.toMatchObject(refused);
    expect((await view(id)).content.enclosedDocuments).toBeUndefined();
  });

  it('refuses one of which it says other pages or another hash than it has', async () => {
    const { fileId } = await office().newFile(so());
    const { enclosed } = await onFile(fileId);
    for (const wrong of [{ pages: 4 }, { sha256: 'a'.repeat(64) }])
      await expect(put(fileId, { enclosedDocuments: [{ ...enclosed, ...wrong }] })).rejects.toMatchObject({
        code: 'enclosure-not-on-file',
      });
    expect(DraftContent.safeParse({ ...content(), enclosedDocuments: [enclosed, enclosed] }).success).toBe(false);
  });

  it('refuses more than a mail brings', async () => {
    const { fileId } = await office().newFile(so());
    const enclosedDocuments = [];
    for (const size of [13_000_000, 12_000_001]) enclosedDocuments.push((await onFile(fileId, { size })).enclosed);
    await expect(put(fileId, { enclosedDocuments })).rejects.toMatchObject({
      code: 'enclosures-too-large',
      params: { most: '25' },
    });
    await put(fileId, { enclosedDocuments: enclosedDocuments.slice(0, 1) });
  });

  it('is neither approved nor numbered with one that was detached meanwhile', async () => {
    const { fileId } = await office().newFile(so());
    const [one, two] = [await onFile(fileId), await onFile(fileId)];
    const [first, second] = [
      await put(fileId, { enclosedDocuments: [one.enclosed] }),
      await put(fileId, { enclosedDocuments: [two.enclosed] }),
    ];
    await approve(second.id);
    for (const { serial } of [one, two])
      await office().get(DetachLetter).execute(so(), fileId, serial, { reason: 'दूसरी पत्रावली का पत्र' });
    const refused = { code: 'enclosure-not-on-file' };
    await expect(approve(first.id)).rejects.toMatchObject(refused);
    const before = await office().counts();
    await expect(office().get(IssueDraft).execute(so(), second.id)).rejects.toMatchObject(refused);
    expect(await office().counts()).toEqual(before);
  });

  it.each([
    ['missing', 'document-missing'],
    ['changed', 'document-damaged'],
  ] as const)('is neither approved nor numbered while the bytes of one are %s', async (damage, code) => {
    const { fileId } = await office().newFile(so());
    const { enclosed } = await onFile(fileId);
    const { id } = await put(fileId, { enclosedDocuments: [enclosed] });
    const other = await put(fileId, { enclosedDocuments: [enclosed] });
    await approve(other.id);
    await DAMAGES[damage](objectPath(office().config.dataFolder, enclosed.sha256));
    await expect(approve(id)).rejects.toMatchObject({ code });
    await expect(office().get(IssueDraft).execute(so(), other.id)).rejects.toMatchObject({ code });
    expect(await view(other.id)).toMatchObject({ state: 'approved', issueNumber: null });
  });
});

describe('what an issued letter encloses', () => {
  const send = (id: string, dispatches: object[]) =>
    office().get(DispatchIssue).execute(office().at('DISPATCH'), id, NewDispatches.parse({ dispatches }));

  it('is opened by whoever sends the letter, and by nobody else for that', async () => {
    const { letter, one } = await issued();
    const { documentId } = one.enclosed;
    expect(await reads(office().at('DISPATCH'), documentId)).toBe(true);
    expect(await reads(office().at('OTHER'), documentId)).toBe(false);
    expect((await issueOf(office().at('DISPATCH'), letter.issueId)).enclosedDocuments).toHaveLength(2);
  });

  it('is opened by whoever signs the letter, wherever its file is', async () => {
    const { fileId } = await office().newFile(so());
    const { enclosed } = await onFile(fileId);
    const other = office().at('OTHER');
    const { id } = await put(fileId, { enclosedDocuments: [enclosed], coSignatoryPostIds: [other.postId] });
    await approve(id);
    expect(await reads(other, enclosed.documentId)).toBe(false);
    const { issueId } = await office().get(NumberForSigning).execute(so(), id);
    expect(await office().get(LettersToSign).view(other, issueId)).toMatchObject({ enclosedDocuments: [enclosed] });
    expect(await reads(other, enclosed.documentId)).toBe(true);
    expect(await reads(office().at('CLERK'), enclosed.documentId)).toBe(false);
  });

  it('goes by mail behind the letter, in its order and with its bytes', async () => {
    const { letter, one, two } = await issued();
    const { dispatchIds } = await send(letter.issueId, [{ recipient: 0, mode: 'email' }]);
    const [dispatchId = ''] = dispatchIds;
    const mail = new OfficeMail({ mail: office().config.mail });
    const sender = new SendDispatchMail(office().transactions, office().manager, mail, office().get(DocumentBytes));
    await sender.execute({ organisationId: office().id, dispatchId }, { last: false });
    const message = await readFile(join(office().config.dataFolder, 'mail', `${dispatchId}.eml`), 'utf8');
    const names = [...message.matchAll(/Content-Disposition: attachment/gu)];
    expect(names).toHaveLength(3);
    const places = [two, one].map(({ bytes }) => message.indexOf(bytes.toString('base64')));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places[0]).toBeLessThan(places[1] ?? 0);
  });

  it('arrives within the office with the receipt, for whoever reads that', async () => {
    const { letter, enclosedDocuments, one } = await issued();
    const other = office().at('OTHER');
    await send(letter.issueId, [{ recipient: 1, mode: 'within_office', toPostId: other.postId }]);
    const { sendings } = await issueOf(office().at('DISPATCH'), letter.issueId);
    const [arrived] = await office().rows<{ id: string }>('SELECT receipt_id AS id FROM dispatch WHERE issue_id = $1', [
      letter.issueId,
    ]);
    expect(sendings[1]).toMatchObject({ state: 'sent' });
    const receipt = await office().named(
      ReceiptView,
      office()
        .get(ReceiptViewQuery)
        .execute(other, arrived?.id ?? ''),
    );
    expect(receipt).toMatchObject({ enclosedDocuments, enclosures: 2 });
    expect(await reads(other, one.enclosed.documentId)).toBe(true);
    expect(await reads(office().at('CLERK'), one.enclosed.documentId)).toBe(false);
    // In its own file the readers of that read it too.
    const { fileId } = await office().newFile(other);
    await office().get(PutReceiptInFile).execute(other, receipt.id, { fileId, flag: null });
    expect(await reads(other, one.enclosed.documentId)).toBe(true);
  });
});
