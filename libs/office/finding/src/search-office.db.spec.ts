import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as CreateReceiptRequest,
  type DraftContent,
  SearchOffice as SearchOfficeRequest,
  type SearchHit,
  type StructuredText,
} from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { encodeCursor } from '@patravali/database';
import { CancelDraft, CreateDraft } from '@patravali/drafts';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import { TextIndex } from '@patravali/search';
import { everyPage } from '../../../../test/support/office/every-page';
import { useOffice } from '../../../../test/support/office/office';
import { writeIssue } from '../../../../test/support/papers/written-letters';
import { SearchOffice } from './search-office';

const office = useOffice({ holds: 'section' });

const textOf = (...lines: string[]): StructuredText => ({
  version: 1,
  paragraphs: lines.map((text) => ({ children: [{ type: 'text', text }] })),
});
const search = async (actor: Actor, q: string, asked: Partial<SearchOfficeRequest> = {}) =>
  await office()
    .get(SearchOffice)
    .execute(actor, SearchOfficeRequest.parse({ q, ...asked }));
const index = () => office().get(TextIndex).indexAll();
const hitsOf = async (actor: Actor, q: string): Promise<SearchHit[]> =>
  (await search(actor, q)).kinds.flatMap(({ items }) => items);
/** What is marked in a hit. */
const markedIn = ({ title, snippet }: SearchHit) =>
  [title, snippet].flatMap((part) => part?.marks.map(({ from, to }) => part.text.slice(from, to)) ?? []);
const forward = (by: Actor, to: Actor, fileId: string, ...lines: string[]) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, {
      toPostId: to.postId,
      action: 'put_up',
      note: { text: textOf(...lines), decision: null },
      confirmNote: true,
    });
const receive = async (by: Actor, letter: object) =>
  await office()
    .get(CreateReceipt)
    .execute(
      by,
      CreateReceiptRequest.parse({
        subject: 'ग्राम सिसवा में नलकूप की मरम्मत',
        senderName: 'श्री रामदीन पाण्डेय',
        receivedOn: '2026-04-01',
        deliveryMode: 'post',
        language: 'hi',
        documentId: await office().newDocument(by),
        ...letter,
      }),
    );
const letter = (subject: string, body: string): DraftContent => ({
  form: 'letter',
  language: 'hi',
  subject,
  reference: null,
  addressees: [{ name: 'श्री हरिप्रसाद वर्मा', designation: 'जिला पंचायत राज अधिकारी', address: 'बलिया' }],
  salutation: null,
  body: textOf(body),
  enclosures: [],
  copyTo: [],
  signatoryPostId: office().at('US').postId,
});

describe('a search over everything', () => {
  let [fileId, secretId, draftId] = ['', '', ''];

  beforeAll(async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    fileId = (await office().newFile(aso)).fileId;
    await forward(aso, so, fileId, 'सेवानिवृत्त कर्मचारियों की पेंशन का निर्धारण लम्बित है।', 'The boundary wall fell.');
    secretId = (await office().newFile(so, { grading: 'confidential' })).fileId;
    await forward(so, office().at('US'), secretId, 'घोटाले की गोपनीय जाँच।');
    await receive(office().at('DISPATCH'), { letterNumber: '417/स्था/2026' });
    draftId = (
      await office()
        .get(CreateDraft)
        .execute(so, fileId, { content: letter('विद्यालय भवन', 'अनुदान शीघ्र भेजा जाए।'), replyToReceiptId: null })
    ).id;
    const { fileId: issuedFrom } = await office().newFile(so);
    await writeIssue(office(), { fileId: issuedFrom, by: so, signatory: office().at('US'), served: 0 });
    await index();
  });

  it.each([
    ['पेंशन', 'note', ['पेंशन']],
    ['पेन्शन', 'note', ['पेंशन']],
    ['कर्मचारी', 'note', ['कर्मचारियों']],
    ['pension nirdharan', 'note', ['पेंशन', 'निर्धारण']],
    ['walls', 'note', ['wall']],
    ['चारदीवारी', 'note', ['boundary', 'wall']],
    ['"सेवानिवृत्त कर्मचारी"', 'note', ['सेवानिवृत्त', 'कर्मचारियों']],
    ['नल कूप', 'receipt', ['नलकूप']],
    ['ramdin pande', 'receipt', ['रामदीन', 'पाण्डेय']],
    ['४१७ स्था', 'receipt', ['417', 'स्था']],
    ['अनुदान', 'draft', ['अनुदान']],
    ['hariprasad varma', 'draft', ['हरिप्रसाद', 'वर्मा']],
    ['स्वीकृतियाँ', 'issue', ['स्वीकृति']],
  ] as const)('%s finds a %s and marks %j', async (q, kind, marked) => {
    const hit = (await hitsOf(office().at('SO'), q)).find((each) => each.kind === kind);
    expect(hit && [...new Set(markedIn(hit))].sort()).toEqual([...marked].sort());
  });

  it('says where a note stands, who wrote it, and when', async () => {
    const { kinds } = await search(office().at('SO'), 'निर्धारण');
    expect(kinds).toMatchObject([
      {
        kind: 'note',
        next: null,
        items: [
          {
            foundBy: 'words',
            file: { id: fileId, computerNumber: 1 },
            ordinal: 1,
            title: null,
            post: office().at('ASO').postId,
            author: office().at('ASO').name,
            at: expect.anything() as unknown,
          },
        ],
      },
    ]);
  });

  it('says of a letter that came its diary number, and finds it by that', async () => {
    const [hit] = await hitsOf(office().at('DISPATCH'), 'नलकूप');
    expect(hit).toMatchObject({ kind: 'receipt', file: null, author: office().at('DISPATCH').name });
    const { kinds } = await search(office().at('DISPATCH'), hit?.number ?? '', { kind: 'receipt' });
    expect(kinds).toMatchObject([{ items: [{ id: hit?.id }] }]);
  });

  it.each(['पेंशन', 'नलकूप', 'अनुदान'])('shows whoever may not read it nothing: %s', async (q) => {
    expect(await search(office().at('CLERK'), q)).toEqual({ kinds: [] });
  });

  it('shows of what is graded above normal where it stands, and not what', async () => {
    const hits = await hitsOf(office().at('US'), 'घोटाला');
    expect(hits).toMatchObject([{ kind: 'note', file: { id: secretId }, snippet: null }]);
    expect(await hitsOf(office().at('AUDIT'), 'घोटाला')).toEqual([]);
  });

  it('finds people and posts, and says which post a person holds', async () => {
    const so = office().at('SO');
    const [person] = await hitsOf(office().at('CLERK'), so.name.en);
    expect(person).toMatchObject({ kind: 'person', id: so.userId, post: so.postId });
    const posts = await search(office().at('CLERK'), 'SO', { kind: 'post' });
    expect(posts.kinds[0]?.items).toContainEqual(expect.objectContaining({ id: so.postId, post: so.postId }));
  });

  it('takes no abbreviation for a shorter one with which it ends', async () => {
    const posts = async (q: string) => [...new Set((await hitsOf(office().at('US'), q)).map(({ post }) => post))];
    expect(await posts('ASO')).toEqual([office().at('ASO').postId]);
    expect(await posts('so')).toEqual([office().at('SO').postId]);
  });

  it('goes on page by page, the newest first', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { fileId: another } = await office().newFile(aso);
    for (let at = 0; at < 4; at++) {
      await forward(at % 2 === 0 ? aso : so, at % 2 === 0 ? so : aso, another, `बाढ़ राहत की किस्त ${at}`);
    }
    await index();
    const rows = await everyPage(2, async (page) => {
      const { kinds } = await search(so, 'बाढ़ राहत', { kind: 'note', ...page });
      return kinds[0] ?? { items: [], next: null };
    });
    expect(rows.map(({ ordinal }) => ordinal)).toEqual([4, 3, 2, 1]);
  });

  it('finds a note whose sending was pulled back, which stays on the sheet', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { fileId: another } = await office().newFile(aso);
    await forward(aso, so, another, 'वृक्षारोपण का लक्ष्य');
    await office().get(PullBackFile).execute(aso, another, {});
    await index();
    expect(await hitsOf(aso, 'वृक्षारोपण')).toMatchObject([{ kind: 'note', file: { id: another } }]);
    expect(await hitsOf(office().at('CLERK'), 'वृक्षारोपण')).toEqual([]);
  });

  it('finds a draft by what it says now, and a cancelled one still on its file', async () => {
    const so = office().at('SO');
    const { version } = await office().get(CancelDraft).execute(office().at('SO'), draftId, { reason: 'आवश्यक नहीं' }, 1);
    expect(version).toBe(2);
    await index();
    expect(await hitsOf(so, 'अनुदान शीघ्र')).toMatchObject([{ kind: 'draft', id: draftId, ordinal: 1 }]);
  });

  it('lets go of what is gone', async () => {
    const id = randomUUID();
    await office().owner.query(`INSERT INTO search_entry (kind, item_id, organisation_id) VALUES ('note', $1, $2)`, [
      id,
      office().id,
    ]);
    await office().owner.query(`SELECT find_words_of('note', $1)`, [id]);
    await index();
    expect(await office().rows('SELECT FROM search_entry WHERE item_id = $1', [id])).toEqual([]);
  });

  it.each([
    ['signs alone', '%%%% ___ \u202e'],
    ['words that stand nowhere', 'बेतरतीब'],
  ])('answers nothing to %s', async (_, q) => {
    expect(await search(office().at('SO'), q)).toEqual({ kinds: [] });
  });

  it('refuses more words than 24, and a place that no list has given', async () => {
    const words = Array.from({ length: 25 }, (_, at) => `शब्द${at}`).join(' ');
    await expect(search(office().at('SO'), words)).rejects.toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/q', detail: 'too-many-words' }],
    });
    await expect(search(office().at('SO'), 'पेंशन', { kind: 'note', cursor: 'WyJ4Il0' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(search(office().at('SO'), 'पेंशन', { cursor: encodeCursor([5]) })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
