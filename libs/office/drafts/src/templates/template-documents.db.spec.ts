import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import {
  DraftContent,
  DraftView,
  type EnclosedDocument,
  IssueView,
  KeepDraftTemplate as Kept,
} from '@patravali/contract';
import { IssueViewQuery } from '@patravali/dispatch';
import { ReadDocument } from '@patravali/documents';
import {
  AddTemplateDocument,
  ApproveDraft,
  ChangeDraft,
  CreateDraft,
  DraftViewQuery,
  IssueDraft,
  TakeOffTemplateDocument,
} from '@patravali/drafts';
import { KeepDraftTemplate, ListDraftTemplates, RetireDraftTemplate } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { aTemplate } from '../../../../../test/support/http/clerks';
import { useOffice } from '../../../../../test/support/office/office';

const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const REASON = 'शासनादेश संख्या 31/2099';
let administrator: Actor;
beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
});

const aTemplateOf = async (by: Actor, more: object = {}): Promise<string> =>
  (
    await office()
      .get(KeepDraftTemplate)
      .execute(by, Kept.parse({ ...aTemplate(randomUUID().slice(0, 8)), ...more }))
  ).id;

/** A document with its bytes in the store that its post has uploaded. */
async function uploaded(by: Actor, { size = 0 } = {}): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.7 ${randomUUID()}`);
  const stored = await office().get<ObjectStore>(OBJECT_STORE).put({ bytes });
  return office().newDocument(by, { ...stored, size: size || stored.size, pages: 3 });
}
const add = (by: Actor, templateId: string, documentId: string, title = 'प्रपत्र 1') =>
  office().get(AddTemplateDocument).execute(by, templateId, { documentId, title, reason: REASON });
const takeOff = (by: Actor, templateId: string, documentId: string) =>
  office().get(TakeOffTemplateDocument).execute(by, templateId, documentId, { reason: REASON });
async function documentsOf(templateId: string, by = so()): Promise<readonly EnclosedDocument[]> {
  const { items } = await office().get(ListDraftTemplates).execute(by, { limit: 100 });
  return items.find(({ id }) => id === templateId)?.documents ?? [];
}

/** A template of the office with one document. */
async function withDocument() {
  const templateId = await aTemplateOf(administrator);
  const documentId = await uploaded(administrator);
  await add(administrator, templateId, documentId);
  return { templateId, documentId, documents: await documentsOf(templateId) };
}

const content = (enclosedDocuments: readonly EnclosedDocument[]) =>
  DraftContent.parse({
    form: 'letter',
    language: 'hi',
    subject: 'आख्या माँगी जाती है',
    signatoryPostId: so().postId,
    addressees: [{ name: 'निरीक्षक' }],
    body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'प्रपत्र संलग्न है।' }] }] },
    ...(enclosedDocuments.length > 0 && { enclosedDocuments }),
  });
async function begin(templateId: string | null, enclosed: readonly EnclosedDocument[], by = so()) {
  const { fileId } = await office().newFile(by);
  const request = { content: content(enclosed), replyToReceiptId: null, ...(templateId !== null && { templateId }) };
  return office().get(CreateDraft).execute(by, fileId, request);
}
const change = (id: string, enclosed: readonly EnclosedDocument[], ifMatch: number) =>
  office()
    .get(ChangeDraft)
    .execute(so(), id, { content: content(enclosed) }, ifMatch);
const enclosedIn = async (id: string) =>
  (await office().named(DraftView, office().get(DraftViewQuery).execute(so(), id))).content.enclosedDocuments;
const reads = (by: Actor, documentId: string) =>
  office()
    .get(ReadDocument)
    .execute(by, documentId)
    .then(
      () => true,
      () => false,
    );
async function refuses(act: () => Promise<unknown>, refusal: object): Promise<void> {
  const before = await office().counts();
  await expect(act()).rejects.toMatchObject(refusal);
  expect(await office().counts()).toEqual(before);
}

describe('a document of a template', () => {
  it('is listed with it, and read by whoever may begin from it', async () => {
    const { templateId, documentId, documents } = await withDocument();
    expect(documents).toEqual([{ documentId, title: 'प्रपत्र 1', pages: 3, sha256: expect.any(String) as string }]);
    const second = await uploaded(administrator);
    await add(administrator, templateId, second, 'प्रपत्र 2');
    expect((await documentsOf(templateId)).map(({ title }) => title)).toEqual(['प्रपत्र 1', 'प्रपत्र 2']);
    expect(await reads(so(), documentId)).toBe(true);
  });

  it('of the template of a unit is added by its head, and read in that unit alone', async () => {
    const other = office().at('OTHER');
    const templateId = await aTemplateOf(other, { of: 'unit' });
    const documentId = await uploaded(other);
    await refuses(() => add(so(), templateId, documentId), { code: 'not-found' });
    await add(other, templateId, documentId);
    expect(await reads(office().at('CLERK'), documentId)).toBe(true);
    expect(await reads(so(), documentId)).toBe(false);
  });

  it('is added by whoever keeps the template, as what his post has uploaded and nothing uses', async () => {
    const { templateId, documentId } = await withDocument();
    const unknown = { code: 'unknown-document', errors: [{ pointer: '#/documentId', detail: 'unknown-document' }] };
    const ofOthers = await uploaded(so());
    const other = await aTemplateOf(administrator);
    await refuses(() => add(so(), templateId, ofOthers), { code: 'not-allowed' });
    await refuses(() => add(administrator, templateId, ofOthers), unknown);
    await refuses(() => add(administrator, templateId, randomUUID()), unknown);
    await refuses(() => add(administrator, other, documentId), unknown);
    await refuses(() => add(administrator, randomUUID(), documentId), { code: 'not-found' });
    expect(await documentsOf(templateId)).toHaveLength(1);
  });

  it('goes with no more than a letter encloses and a mail brings', async () => {
    const full = await aTemplateOf(administrator);
    for (let count = 0; count < 20; count++) await add(administrator, full, await uploaded(administrator));
    const next = await uploaded(administrator);
    await refuses(() => add(administrator, full, next), { code: 'template-documents-full', params: { most: '20' } });
    const [, second] = await documentsOf(full);
    await takeOff(administrator, full, second?.documentId ?? '');
    await add(administrator, full, next, 'स्थान पर');
    expect((await documentsOf(full))[1]).toMatchObject({ documentId: next, title: 'स्थान पर' });

    const heavy = await aTemplateOf(administrator);
    await add(administrator, heavy, await uploaded(administrator, { size: 13_000_000 }));
    const tooMuch = await uploaded(administrator, { size: 12_000_001 });
    await refuses(() => add(administrator, heavy, tooMuch), { code: 'enclosures-too-large', params: { most: '25' } });
  });

  it('is taken off once, by whoever keeps the template', async () => {
    const { templateId, documentId } = await withDocument();
    await refuses(() => takeOff(so(), templateId, documentId), { code: 'not-allowed' });
    await refuses(() => takeOff(administrator, templateId, randomUUID()), { code: 'not-found' });
    await takeOff(administrator, templateId, documentId);
    await refuses(() => takeOff(administrator, templateId, documentId), { code: 'not-found' });
    expect(await documentsOf(templateId)).toEqual([]);
    expect(await reads(so(), documentId)).toBe(false);
  });

  it('is neither added to a template nor taken off one that is not in use any more', async () => {
    const { templateId, documentId } = await withDocument();
    await office().get(RetireDraftTemplate).execute(administrator, templateId);
    const other = await uploaded(administrator);
    await refuses(() => add(administrator, templateId, other), { code: 'template-retired' });
    await refuses(() => takeOff(administrator, templateId, documentId), { code: 'template-retired' });
  });
});

describe('a letter that begins from a template with documents', () => {
  it('encloses them or leaves some out, and no other letter does', async () => {
    const { templateId, documents } = await withDocument();
    const { id } = await begin(templateId, documents);
    expect(await enclosedIn(id)).toEqual(documents);
    const without = await begin(templateId, []);
    expect(await enclosedIn(without.id)).toBeUndefined();
    const other = await aTemplateOf(administrator);
    const notOnFile = { code: 'enclosure-not-on-file' };
    await expect(begin(other, documents)).rejects.toMatchObject(notOnFile);
    await expect(begin(null, documents)).rejects.toMatchObject(notOnFile);
    const wrong = documents.map((document) => ({ ...document, pages: 4 }));
    await expect(begin(templateId, wrong)).rejects.toMatchObject(notOnFile);
  });

  it('keeps what was taken off afterwards, for the readers of its file; no new one begins with it', async () => {
    const { templateId, documentId, documents } = await withDocument();
    const begun = await begin(templateId, documents);
    const without = await begin(templateId, []);
    await takeOff(administrator, templateId, documentId);
    const notOnFile = { code: 'enclosure-not-on-file' };
    await expect(begin(templateId, documents)).rejects.toMatchObject(notOnFile);
    await refuses(() => change(without.id, documents, 1), notOnFile);
    await change(begun.id, documents, 1);
    expect(await reads(so(), documentId)).toBe(true);
    expect(await reads(office().at('OTHER'), documentId)).toBe(false);
    await office().get(ApproveDraft).execute(so(), begun.id, { draftVersion: 1, namedPostId: null });
    const { issueId } = await office().get(IssueDraft).execute(so(), begun.id);
    const issue = await office().named(IssueView, office().get(IssueViewQuery).execute(so(), issueId));
    expect(issue.enclosedDocuments).toEqual(documents);
    expect(await reads(office().at('DISPATCH'), documentId)).toBe(true);
  });
});
