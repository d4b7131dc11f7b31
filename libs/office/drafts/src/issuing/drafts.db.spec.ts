import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@patravali/authorization';
import { DraftContent, DraftView, PageQuery } from '@patravali/contract';
import { ListCorrespondence } from '@patravali/correspondence';
import { DraftBox } from '@patravali/desk';
import { ReadDocument } from '@patravali/documents';
import {
  ApproveDraft,
  CancelDraft,
  ChangeDraft,
  CreateDraft,
  DraftViewQuery,
  IssueDraft,
  ListFileDrafts,
  PreviewDraft,
} from '@patravali/drafts';
import { ForwardFile } from '@patravali/movement';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const PAGE = PageQuery.parse({});
const office = useOffice({ holds: 'section' });
const store = () => office().get<ObjectStore>(OBJECT_STORE);

const text = (words: string) => ({ version: 1, paragraphs: [{ children: [{ type: 'text', text: words }] }] });
const content = (signatory: Actor, more: object = {}) =>
  DraftContent.parse({
    form: 'letter',
    language: 'hi',
    subject: 'विद्यालय भवन की मरम्मत हेतु अनुदान की स्वीकृति',
    addressees: [{ name: 'जिला विद्यालय निरीक्षक', address: 'सीतापुर' }],
    copyTo: [{ name: 'कोषाधिकारी' }],
    body: text('उपर्युक्त विषय के सम्बन्ध में स्वीकृति प्रदान की जाती है।'),
    signatoryPostId: signatory.postId,
    ...more,
  });

const put = (by: Actor, fileId: string, more: object = {}) =>
  office()
    .get(CreateDraft)
    .execute(by, fileId, {
      content: content(office().at('SO'), more),
      replyToReceiptId: null,
    });
const change = (by: Actor, id: string, ifMatch: number, more: object = {}) =>
  office()
    .get(ChangeDraft)
    .execute(by, id, { content: content(office().at('SO'), more) }, ifMatch);
const approve = (by: Actor, id: string, draftVersion = 1) =>
  office().get(ApproveDraft).execute(by, id, { draftVersion, namedPostId: null });
const cancel = (by: Actor, id: string) => office().get(CancelDraft).execute(by, id, { reason: 'अब आवश्यक नहीं' });
const issue = (by: Actor, id: string) => office().get(IssueDraft).execute(by, id);
const view = (by: Actor, id: string) => office().named(DraftView, office().get(DraftViewQuery).execute(by, id));
const send = (by: Actor, fileId: string, to: Actor) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, {
      toPostId: to.postId,
      action: 'for_approval',
      ...WORDS,
    });

async function everything() {
  const tables = [
    'draft',
    'draft_version',
    'draft_approval',
    'issue',
    'issue_recipient',
    'correspondence',
    'document',
    'event',
    'counter',
    'file_custody',
  ];
  const each = tables.map((table) => `(SELECT json_agg(t ORDER BY t::text) FROM ${table} t) AS ${table}`);
  return await office().rows(`SELECT ${each.join(', ')}`);
}
const eventsOf = (fileId: string) =>
  office().rows<{ name: string }>(
    'SELECT name, related_id, content_hash, data FROM event WHERE subject_id = $1 ORDER BY sequence',
    [fileId],
  );

/** A draft on the desk of the section officer, approved there. */
async function approved(more: object = {}) {
  const so = office().at('SO');
  const { fileId, number } = await office().newFile(so);
  const { id } = await put(so, fileId, more);
  await approve(so, id);
  return { so, fileId, number, id };
}

describe('a draft', () => {
  it('keeps one version for each desk, and every version can be read', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { fileId } = await office().newFile(aso);
    const first = await put(aso, fileId);
    expect(first).toMatchObject({ version: 1, draftVersion: 1 });
    const again = await change(aso, first.id, 1, { subject: 'विषय दो' });
    expect(again).toMatchObject({ version: 2, draftVersion: 1 });
    await send(aso, fileId, so);
    const bySo = await change(so, first.id, 2, { subject: 'विषय तीन' });
    expect(bySo).toMatchObject({ version: 3, draftVersion: 2 });
    expect(await change(so, first.id, 3)).toMatchObject({ version: 4, draftVersion: 2 });
    const seen = await view(so, first.id);
    expect(seen).toMatchObject({
      ordinal: 1,
      state: 'draft',
      addressee: 'जिला विद्यालय निरीक्षक',
      changedBy: { post: { marking: 'SO' } },
      versions: [{ draftVersion: 1, by: { post: { marking: 'ASO' } } }, { draftVersion: 2 }],
      allowedMoves: ['change', 'approve', 'cancel'],
    });
    const old = await office().get(DraftViewQuery).version(aso, first.id, 1);
    expect(old.content.subject).toBe('विषय दो');
    await expect(office().get(DraftViewQuery).version(aso, first.id, 3)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('must be approved again after a change', async () => {
    const { so, id } = await approved();
    expect(await view(so, id)).toMatchObject({
      state: 'approved',
      approvals: [{ draftVersion: 1, bySignatory: true, by: { post: { marking: 'SO' } }, named: null }],
      allowedMoves: ['change', 'cancel', 'issue'],
    });
    expect(await change(so, id, 2)).toMatchObject({ draftVersion: 2 });
    expect(await view(so, id)).toMatchObject({ state: 'draft', draftVersion: 2, approvals: [{ draftVersion: 1 }] });
    await expect(issue(so, id)).rejects.toMatchObject({ code: 'illegal-draft-move' });
  });

  it('is approved in exactly the version that was read, and never empty', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const [full, empty] = [await put(so, fileId), await put(so, fileId, { body: text('  ') })];
    const before = await everything();
    await expect(approve(so, full.id, 2)).rejects.toMatchObject({
      code: 'draft-version-passed',
      params: { current: 1 },
    });
    await expect(approve(so, empty.id)).rejects.toMatchObject({ code: 'draft-incomplete' });
    expect(await everything()).toEqual(before);
  });

  it('may be saved with a character that cannot be printed, and is neither approved nor issued with it', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const draft = await put(so, fileId, { subject: 'बधाई 😀', body: text('中 और 😀') });
    const before = await everything();
    const refusal = { code: 'characters-not-printable', params: { characters: 'U+1F600, U+4E2D' } };
    await expect(approve(so, draft.id)).rejects.toMatchObject(refusal);
    expect(await everything()).toEqual(before);
    await change(so, draft.id, 1, { subject: 'बधाई', body: text('शुभकामनाएँ') });
    await approve(so, draft.id);
  });

  it('is refused to whoever does not hold the file, in the order that reveals nothing', async () => {
    const [aso, so, us, clerk, audit] = (['ASO', 'SO', 'US', 'CLERK', 'AUDIT'] as const).map((m) => office().at(m));
    if (!aso || !so || !us || !clerk || !audit) throw new Error('no actors');
    const { fileId } = await office().newFile(aso);
    const { id } = await put(aso, fileId);
    const before = await everything();
    await expect(change(clerk, id, 99)).rejects.toMatchObject({ code: 'not-found' });
    await expect(view(clerk, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(change(us, id, 99)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(change(us, id, 1)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(approve(aso, id)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(cancel(aso, id)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(put(audit, fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(change(aso, id, 1, { signatoryPostId: id })).rejects.toMatchObject({ code: 'unknown-post' });
    expect(await everything()).toEqual(before);
    expect(await view(audit, id)).toMatchObject({ allowedMoves: [] });
  });

  it('is cancelled by the officer who holds the file, and by the approver wherever the file is', async () => {
    const { so, fileId, id } = await approved();
    const second = await put(so, fileId);
    const [us, ds] = [office().at('US'), office().at('DS')];
    await send(so, fileId, us);
    await expect(cancel(ds, id)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await view(so, id)).allowedMoves).toEqual(['cancel']);
    await cancel(so, id);
    await cancel(us, second.id);
    expect(await view(us, id)).toMatchObject({
      state: 'cancelled',
      cancellationReason: 'अब आवश्यक नहीं',
      allowedMoves: [],
    });
    await expect(cancel(us, id)).rejects.toMatchObject({ code: 'illegal-draft-move' });
  });

  it('is on the desk of whoever holds its file, and in the list of its file', async () => {
    const [so, other] = [office().at('SO'), office().at('OTHER')];
    const { fileId } = await office().newFile(so);
    const ids = [(await put(so, fileId)).id, (await put(so, fileId)).id, (await put(so, fileId)).id];
    await send(so, fileId, other);
    const [box, ofFile] = [office().get(DraftBox), office().get(ListFileDrafts)];
    const desk = await box.execute(other, { limit: 2 });
    expect(desk.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const rest = await box.execute(other, { limit: 2, cursor: desk.next ?? '' });
    expect(rest).toMatchObject({ items: [{ id: ids[0] }], next: null });
    const file = await ofFile.execute(so, fileId, { limit: 2 });
    expect(file.items.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect((await ofFile.execute(so, fileId, { limit: 2, cursor: file.next ?? '' })).items).toMatchObject([
      { ordinal: 3 },
    ]);
    await expect(ofFile.execute(office().at('CLERK'), fileId, PAGE)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be seen as the letter it would become, which is kept nowhere', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const before = await everything();
    const preview = office().get(PreviewDraft);
    const pdf = await preview.execute(so, fileId, content(so));
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    await expect(preview.execute(office().at('CLERK'), fileId, content(so))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await everything()).toEqual(before);
  });
});

describe('issuing an approved draft', () => {
  it('draws the number, signs the letter, and leaves the office copy on the file', async () => {
    const { so, fileId, id } = await approved();
    const issued = await issue(so, id);
    expect(issued).toMatchObject({
      serial: 1,
      firstPage: 1,
      number: expect.stringMatching(/^\d+\/EST-\d{4}-\d\d$/) as string,
    });
    expect(await view(so, id)).toMatchObject({ state: 'issued', issueId: issued.issueId, allowedMoves: [] });
    const { items } = await office().get(ListCorrespondence).execute(so, fileId, PAGE);
    expect(items).toMatchObject([
      {
        kind: 'issued',
        letterNumber: issued.number,
        issueId: issued.issueId,
        party: 'जिला विद्यालय निरीक्षक',
        lastPage: issued.lastPage,
      },
    ]);
    const recipients = await office().rows(
      'SELECT position, as_copy FROM issue_recipient WHERE issue_id = $1 ORDER BY 1',
      [issued.issueId],
    );
    expect(recipients).toEqual([
      { position: 0, as_copy: false },
      { position: 1, as_copy: true },
    ]);
    const events = await eventsOf(fileId);
    expect(events.map(({ name }) => name)).toEqual([
      'file.created',
      'draft.created',
      'draft.approved',
      'draft.numbered',
      'draft.issued',
    ]);
    for (const step of events.slice(-2)) expect(step).toMatchObject({ related_id: issued.issueId });
    // Nobody is asked here whether certificates are revoked, and that is said of the seal as of any signature.
    const seal = { certificate: expect.stringContaining('CN=') as string, revocation: 'not_checked' };
    expect(events.at(-1)).toMatchObject({ data: seal });

    const { sha256, fileName } = await office().get(ReadDocument).execute(office().at('DISPATCH'), issued.documentId);
    expect(fileName).toBe(`${issued.number.replaceAll('/', '-')}.pdf`);
    const path = join(office().config.dataFolder, 'issued.pdf');
    await writeFile(path, await buffer(await store().get(sha256)));
    expect(signatureOf(path)).toMatch(/Signature is Valid|no pdfsig/);
  });

  it('is answered from what was kept when it is repeated with its key', async () => {
    const { so, id } = await approved();
    const again = { ...so, idempotency: { key: id, requestHash: 'a' } };
    expect(await issue(again, id)).toEqual(await issue(again, id));
  });

  it('is refused without a key and without approval', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const unapproved = await put(so, fileId);
    const before = await everything();
    await expect(issue(so, unapproved.id)).rejects.toMatchObject({ code: 'illegal-draft-move' });
    expect(await everything()).toEqual(before);
    const other = await approved();
    const withoutKey = await office().start({ demo: false, dataFolder: join(office().config.dataFolder, 'no-key') });
    await expect(withoutKey.get(IssueDraft, { strict: false }).execute(other.so, other.id)).rejects.toMatchObject({
      code: 'signing-not-configured',
    });
    expect(await view(so, other.id)).toMatchObject({ state: 'approved', issueNumber: null });
  });
});

/** What an independent reader says of the signature, where there is one on the machine. */
function signatureOf(path: string): string {
  try {
    return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'no pdfsig';
    throw error;
  }
}
