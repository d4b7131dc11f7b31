import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@patravali/authorization';
import { DraftContent } from '@patravali/contract';
import { ReadDocument } from '@patravali/documents';
import { ApproveDraft, ChangeDraft, CreateDraft, DraftViewQuery, IssueDraft, PreviewDraft } from '@patravali/drafts';
import { SetLetterhead } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { anEmblem } from '../../../../../test/support/papers/an-emblem';
import { useOffice } from '../../../../../test/support/office/office';
import { pagePixels, pdfText } from '../../../../platform/typesetting/test/pdf-text';

/** In the words of either layout. */
const SENDER = 'प्रेषक';
const CENTRAL = { layout: 'central', place: null, languages: 'hi', colour: '#1a5c4a' } as const;
const OF_STATE = {
  layout: 'uttar_pradesh',
  languages: 'bilingual',
  colour: '#8b1a1a',
  emblem: null,
  place: { hi: 'आजमगढ़', en: 'Azamgarh' },
} as const;

describe('what is approved', () => {
  const office = useOffice({ holds: 'section' });
  let administrator: Actor;
  let officer: Actor;
  let posts = 0;
  beforeAll(async () => {
    administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
  });
  beforeEach(async () => {
    officer = await office().actor({ marking: `SO-${++posts}` });
    await setLetterhead({ ...CENTRAL, emblem: anEmblem().toString('base64') });
  });

  const setLetterhead = (look: Parameters<SetLetterhead['execute']>[1]) =>
    office().get(SetLetterhead).execute(administrator, look);
  const put = async () => {
    const { fileId } = await office().newFile(officer);
    const content = DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject: 'ग्राम पंचायतों का निरीक्षण',
      signatoryPostId: officer.postId,
      addressees: [{ name: 'जिला पंचायत राज अधिकारी' }],
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आख्या प्रस्तुत की जाए।' }] }] },
    });
    const { id } = await office().get(CreateDraft).execute(officer, fileId, { content, replyToReceiptId: null });
    return { fileId, id, content };
  };
  const approve = (id: string, draftVersion = 1) =>
    office().get(ApproveDraft).execute(officer, id, { draftVersion, namedPostId: null });
  const preview = (fileId: string, content: DraftContent, draftId?: string) =>
    office().get(PreviewDraft).execute(officer, fileId, content, draftId);
  const issue = async (id: string) => {
    const { documentId } = await office().get(IssueDraft).execute(officer, id);
    const { sha256 } = await office().get(ReadDocument).execute(officer, documentId);
    return await pdfText(await buffer(await office().get<ObjectStore>(OBJECT_STORE).get(sha256)));
  };
  /** All of it: the office has another head, the file is urgent, and the post is called otherwise and reached elsewhere. */
  const changeEverything = async (fileId: string) => {
    await setLetterhead(OF_STATE);
    await office().rows(
      `UPDATE post SET designation_hi = 'उप सचिव', phone = '05462-1', email = 'new@example.in' WHERE id = $1`,
      [officer.postId],
    );
    await office().rows(`UPDATE file_custody SET urgency = 'immediate' WHERE file_id = $1`, [fileId]);
  };

  const drawn = async (pdf: Uint8Array) =>
    (await pagePixels(pdf)).map((pixels) => createHash('sha256').update(pixels).digest('hex'));

  it('is issued as it looked, whatever is changed before it gets its number', async () => {
    const { fileId, id, content } = await put();
    await approve(id);
    const approved = await preview(fileId, content, id);
    await changeEverything(fileId);
    expect(await drawn(await preview(fileId, content, id))).toEqual(await drawn(approved));
    expect(await drawn(await preview(fileId, content))).not.toEqual(await drawn(approved));
    const [before, issued] = [await pdfText(approved), await issue(id)];
    const lines = before.split(/\s(?=सेवा में|विषय|भवदीय)/u);
    expect(lines).toHaveLength(4);
    // Above the addressee stand number and date; below the signature how it was certified.
    for (const words of lines.slice(1, 3)) expect(issued).toContain(words);
    expect(issued).toContain(`SO-${posts} पद`);
    for (const later of [SENDER, 'आजमगढ़', 'उप सचिव', '05462-1'])
      expect([later, issued.includes(later)]).toEqual([later, false]);
  });

  it('looks as the office does when it is approved, and again when another version is', async () => {
    const { fileId, id, content } = await put();
    await approve(id);
    await changeEverything(fileId);
    // What is written now is not approved yet.
    const changed = { ...content, subject: 'विद्यालयों का निरीक्षण' };
    expect(await pdfText(await preview(fileId, changed, id))).toContain(SENDER);
    const { version } = await office().get(DraftViewQuery).execute(officer, id);
    await office().get(ChangeDraft).execute(officer, id, { content: changed }, version);
    await approve(id, 2);
    const issued = await issue(id);
    for (const now of [SENDER, 'आजमगढ़', 'उप सचिव']) expect(issued).toContain(now);
  });

  it('is shown as it was approved on its own file alone', async () => {
    const [{ id, content }, other] = [await put(), await put()];
    await approve(id);
    await setLetterhead(OF_STATE);
    expect(await pdfText(await preview(other.fileId, content, id))).toContain(SENDER);
  });

  it('shares its letterhead with all letters that bear the same', async () => {
    const kept = async () => {
      const [row] = await office().rows<{ count: number }>('SELECT count(*)::int FROM approved_letterhead');
      return row?.count ?? 0;
    };
    await approve((await put()).id);
    const before = await kept();
    await approve((await put()).id);
    expect(await kept()).toBe(before);
    await setLetterhead({ ...OF_STATE, place: { hi: 'मऊ', en: 'Mau' } });
    await approve((await put()).id);
    expect(await kept()).toBe(before + 1);
  });
});
