import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as CreateReceiptRequest,
  FILTERS_OF_KIND,
  SEARCH_KINDS,
  type SearchHit,
  SearchOffice as SearchOfficeRequest,
  type StructuredText,
} from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { ForwardFile } from '@patravali/movement';
import { TextIndex } from '@patravali/search';
import { useOffice } from '../../../../test/support/office/office';
import type { Marking } from '../../../../test/support/office/rows';
import { writeIssue } from '../../../../test/support/papers/written-letters';
import { SearchOffice } from './search-office';

const POSTS = ['ASO', 'SO', 'US', 'DS', 'CLERK', 'AUDIT', 'DISPATCH'] as const satisfies readonly Marking[];
const WORD = 'नलकूप';

const office = useOffice({ holds: 'section' });
const search = async (actor: Actor, asked: Partial<SearchOfficeRequest>): Promise<SearchHit[]> => {
  const request = SearchOfficeRequest.parse({ q: WORD, ...asked });
  const { kinds } = await office().get(SearchOffice).execute(actor, request);
  return kinds.flatMap(({ items }) => items);
};
const kindsOf = (hits: readonly SearchHit[]) => [...new Set(hits.map(({ kind }) => kind))];

async function receive(by: Actor, letter: object): Promise<{ id: string; documentId: string }> {
  const documentId = await office().newDocument(by);
  const request = CreateReceiptRequest.parse({
    subject: `${WORD} की मरम्मत`,
    senderName: 'श्री हरिप्रसाद वर्मा',
    receivedOn: '2026-04-01',
    deliveryMode: 'post',
    language: 'hi',
    documentId,
    ...letter,
  });
  const { id } = await office().get(CreateReceipt).execute(by, request);
  return { id, documentId };
}

async function readOnScan(documentId: string, text: string): Promise<void> {
  await office().owner.query(
    `INSERT INTO document_text (document_id, organisation_id, state, scans) VALUES ($1, $2, 'done', '{1}')
     ON CONFLICT (document_id) DO UPDATE SET state = 'done', scans = '{1}'`,
    [documentId, office().id],
  );
  await office().owner.query(
    `INSERT INTO page_text (document_id, organisation_id, page, language, lines, engine) VALUES ($1, $2, 1, 'hi', $3, 'test')`,
    [documentId, office().id, JSON.stringify([text.split(' ').map((word) => ({ text: word }))])],
  );
  await office().owner.query(`SELECT find_words_of('scan', $1)`, [documentId]);
}

describe('a search that is narrowed', () => {
  const ids = { ofSender: '', scan: '' };
  let [own, other, today] = ['', '', ''];

  beforeAll(async () => {
    const [aso, so, clerk] = [office().at('ASO'), office().at('SO'), office().at('CLERK')];
    const [section] = [so.post.unitId];
    [own, other] = [section, clerk.post.unitId];
    const textOf = (text: string): StructuredText => ({
      version: 1,
      paragraphs: [{ children: [{ type: 'text', text }] }],
    });
    const note = (text: string) => ({ text: textOf(text), decision: null });
    const { fileId } = await office().newFile(aso);
    const send = { action: 'put_up', confirmNote: true } as const;
    await office()
      .get(ForwardFile)
      .execute(aso, fileId, { ...send, toPostId: so.postId, note: note(`${WORD} का प्रस्ताव`) });
    const elsewhere = await office().newFile(clerk);
    await office()
      .get(ForwardFile)
      .execute(clerk, elsewhere.fileId, { ...send, toPostId: so.postId, note: note(`${WORD} की सूची`) });
    const ofSender = await receive(office().at('DISPATCH'), { senderName: 'श्री रामदीन पाण्डेय' });
    // He is written about, and did not write.
    await receive(office().at('DISPATCH'), { subject: `${WORD}: रामदीन पाण्डेय के विरुद्ध शिकायत` });
    await readOnScan(ofSender.documentId, `${WORD} की जाँच`);
    [ids.ofSender, ids.scan] = [ofSender.id, ofSender.documentId];
    await writeIssue(office(), { fileId, by: so, signatory: office().at('US'), served: 0 });
    await office().get(TextIndex).indexAll();
    const [now] = await office().rows('SELECT india_today()::text AS day');
    today = String(now?.day);
  });

  it('to days finds what is of them, and people and posts, which have none, not at all', async () => {
    const [so, dispatch] = [office().at('SO'), office().at('DISPATCH')];
    expect(kindsOf(await search(so, {}))).toContain('note');
    expect(kindsOf(await search(dispatch, { from: today, to: today }))).toEqual(['receipt', 'scan']);
    expect((await search(so, { from: today })).length).toBe((await search(so, {})).length);
    expect(await search(so, { to: '2020-12-31' })).toEqual([]);
    expect(await search(dispatch, { from: '2099-01-01' })).toEqual([]);
    expect(kindsOf(await search(so, { q: so.name.en }))).toContain('person');
    expect(kindsOf(await search(so, { q: so.name.en, from: today }))).not.toContain('person');
  });

  it('to a unit finds what was written there, who sits there and its posts', async () => {
    const so = office().at('SO');
    const posts = async (unitId: string) => (await search(so, { unitId, kind: 'note' })).map(({ post }) => post);
    expect(await posts(own)).toEqual([office().at('ASO').postId]);
    expect(await posts(other)).toEqual([office().at('CLERK').postId]);
    const named = async (unitId: string) => kindsOf(await search(so, { q: so.name.en, unitId }));
    expect([await named(own), await named(other)]).toEqual([['person'], []]);
    const marked = await search(so, { q: 'SO', unitId: own, kind: 'post' });
    expect(marked.map(({ post }) => post)).toContain(so.postId);
    expect(await search(so, { q: 'SO', unitId: other, kind: 'post' })).toEqual([]);
  });

  it.each(['रामदीन पाण्डेय', 'ramdin pande', 'पाण्डेय'])(
    'to a sender finds the letters that he sent: %s',
    async (sender) => {
      const found = await search(office().at('DISPATCH'), { sender });
      expect(found.map(({ kind, id }) => [kind, id])).toEqual([
        ['receipt', ids.ofSender],
        ['scan', ids.scan],
      ]);
    },
  );

  it('to all of these finds what fits each', async () => {
    const dispatch = office().at('DISPATCH');
    const { unitId } = dispatch.post;
    const all = { from: today, to: today, sender: 'रामदीन', unitId };
    expect((await search(dispatch, all)).map(({ id }) => id)).toEqual([ids.ofSender, ids.scan]);
    expect(await search(dispatch, { ...all, unitId: unitId === own ? other : own })).toEqual([]);
    expect(await search(dispatch, { ...all, sender: 'हरिप्रसाद रामदीन' })).toEqual([]);
  });

  it.each(POSTS)('shows nobody more than he finds without, and all of that which fits: %s', async (marking) => {
    const actor = office().at(marking);
    const units = new Map(POSTS.map((each) => [office().at(each).postId, office().at(each).post.unitId]));
    for (const kind of SEARCH_KINDS.filter((each) => FILTERS_OF_KIND[each].includes('days'))) {
      const without = await search(actor, { kind });
      expect(await search(actor, { kind, from: today, to: today })).toEqual(without);
      for (const unitId of [own, other]) {
        const fits = without.filter(({ post }) => post !== null && units.get(post) === unitId);
        expect(await search(actor, { kind, unitId })).toEqual(fits);
      }
    }
  });

  it('refuses a unit that the office has not as it refuses that of another office', async () => {
    const so = office().at('SO');
    await expect(search(so, { unitId: randomUUID() })).rejects.toMatchObject({ code: 'unknown-unit' });
    const [organisationId, unitId] = [randomUUID(), randomUUID()];
    await office().owner.query(
      `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ($1, 'अन्य', 'Other', '', '')`,
      [organisationId],
    );
    await office().owner.query(
      `INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en) VALUES ($1, $2, 'X', 'अन्य', 'Other')`,
      [unitId, organisationId],
    );
    await expect(search(so, { unitId })).rejects.toMatchObject({ code: 'unknown-unit' });
  });

  it.each([
    ['a day that is none', { from: '2026-02-30' }, 'from'],
    ['a span that ends before it begins', { from: '2026-02-02', to: '2026-02-01' }, 'to'],
    ['what is no unit', { unitId: 'EST' }, 'unitId'],
    ['a sender without a letter', { sender: '  ' }, 'sender'],
  ])('refuses %s', (_, asked, field) => {
    const { error } = SearchOfficeRequest.safeParse({ q: WORD, ...asked });
    expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  it('refuses a filter that nobody has', () => {
    expect(SearchOfficeRequest.safeParse({ q: WORD, colour: 'red' }).success).toBe(false);
  });

  it('finds nothing of a sender of signs alone', async () => {
    expect(await search(office().at('DISPATCH'), { sender: '%%%' })).toEqual([]);
  });
});
