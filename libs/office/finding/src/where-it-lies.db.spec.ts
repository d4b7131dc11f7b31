import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as CreateReceiptRequest,
  FindFiles as FindFilesRequest,
  ParkFile as ParkFileRequest,
  SearchOffice as SearchOfficeRequest,
  SOUGHT_STATES,
  type SoughtState,
  type StructuredText,
} from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CloseReceipt, CreateReceipt, ForwardReceipt } from '@patravali/dak';
import { AttachFile, CloseFile, FindFiles } from '@patravali/files';
import { ForwardFile, ParkFile } from '@patravali/movement';
import { TextIndex } from '@patravali/search';
import { useOffice } from '../../../../test/support/office/office';
import { type Marking, writeActor, writeOffice } from '../../../../test/support/office/rows';
import { writeIssue } from '../../../../test/support/papers/written-letters';
import { SearchOffice } from './search-office';

const WORD = 'नलकूप';
const POSTS = ['ASO', 'SO', 'US', 'DS', 'CLERK', 'AUDIT', 'DISPATCH'] as const satisfies readonly Marking[];

const office = useOffice({ holds: 'section' });
const at = (marking: Marking) => office().at(marking);
type Asked = Partial<Omit<SearchOfficeRequest, 'q'>>;

/** The ids of what is found beside files. */
const found = async (actor: Actor, asked: Asked): Promise<string[]> => {
  const request = SearchOfficeRequest.parse({ q: WORD, ...asked });
  const { kinds } = await office().get(SearchOffice).execute(actor, request);
  return kinds.flatMap(({ items }) => items.map(({ id }) => id));
};
const files = async (actor: Actor, asked: object): Promise<string[]> => {
  const { items } = await office().get(FindFiles).execute(actor, FindFilesRequest.parse(asked));
  return items.map(({ id }) => id);
};

const textOf = (text: string): StructuredText => ({ version: 1, paragraphs: [{ children: [{ type: 'text', text }] }] });

async function fileOf(by: Actor): Promise<string> {
  return (await office().newFile(by)).fileId;
}

async function sendNote(by: Actor, fileId: string, to: Actor): Promise<string> {
  const note = { text: textOf(`${WORD} का प्रस्ताव`), decision: null };
  const request = { action: 'put_up', confirmNote: true, toPostId: to.postId, note } as const;
  await office().get(ForwardFile).execute(by, fileId, request);
  const [{ id } = { id: '' }] = await office().rows<{ id: string }>(
    'SELECT id FROM note WHERE file_id = $1 ORDER BY number DESC LIMIT 1',
    [fileId],
  );
  return id;
}

async function receive(by: Actor): Promise<string> {
  const request = CreateReceiptRequest.parse({
    subject: `${WORD} की मरम्मत`,
    senderName: 'श्री हरिप्रसाद वर्मा',
    receivedOn: '2026-04-01',
    deliveryMode: 'post',
    language: 'hi',
    documentId: await office().newDocument(by),
  });
  return (await office().get(CreateReceipt).execute(by, request)).id;
}

describe('a search for what lies with a post, or is in a state', () => {
  const ids = {
    onDesk: '',
    parked: '',
    inside: '',
    closed: '',
    note: '',
    parkedNote: '',
    insideNote: '',
    closedNote: '',
  };
  const letters = { onDesk: '', inFile: '', closed: '', issued: '' };

  beforeAll(async () => {
    const [aso, so, us] = [at('ASO'), at('SO'), at('US')];
    const sent = async () => {
      const file = await fileOf(aso);
      return [file, await sendNote(aso, file, so)] as const;
    };
    [[ids.onDesk, ids.note], [ids.parked, ids.parkedNote], [ids.inside, ids.insideNote], [ids.closed, ids.closedNote]] =
      [await sent(), await sent(), await sent(), await sent()];
    await office().rows('UPDATE file_custody SET opened_at = office_now() WHERE file_id = $1', [ids.parked]);
    await office()
      .get(ParkFile)
      .execute(so, ids.parked, ParkFileRequest.parse({ event: 'reply_received' }));
    await office().get(AttachFile).execute(so, ids.inside, { mainFileId: ids.onDesk });
    await office().get(CloseFile).execute(so, ids.closed, { reason: 'कार्य पूर्ण', confirmNote: false });
    letters.issued = await issuedOn(ids.closed);
    letters.onDesk = await receive(at('DISPATCH'));
    letters.inFile = await receive(so);
    letters.closed = await receive(at('DISPATCH'));
    const onward = (to: Actor) => ({ toPostId: to.postId, action: 'for_necessary_action' }) as const;
    await office()
      .get(ForwardReceipt)
      .execute(at('DISPATCH'), letters.onDesk, { ...onward(us), copyToPostIds: [] });
    await office()
      .get(ForwardReceipt)
      .execute(at('DISPATCH'), letters.closed, { ...onward(us), copyToPostIds: [] });
    await office().get(CloseReceipt).execute(us, letters.closed, { reason: 'कार्यवाही अपेक्षित नहीं' });
    await office().get(PutReceiptInFile).execute(so, letters.inFile, { fileId: ids.onDesk, flag: null });
    await office().get(TextIndex).indexAll();
  });

  async function issuedOn(fileId: string): Promise<string> {
    const number = '7/ISSUED';
    await writeIssue(office(), {
      fileId,
      by: at('SO'),
      signatory: at('US'),
      served: 0,
      number,
      subject: `${WORD} के सम्बन्ध में`,
    });
    const [{ id } = { id: '' }] = await office().rows<{ id: string }>('SELECT id FROM issue WHERE number = $1', [
      number,
    ]);
    return id;
  }

  it('finds with a post what stands in its files, those inside others too, and its letters', async () => {
    const so = at('SO');
    const held = await found(so, { holderId: so.postId });
    expect(held.sort()).toEqual([ids.note, ids.parkedNote, ids.insideNote, letters.inFile].sort());
    expect(await found(at('US'), { holderId: at('US').postId })).toEqual([letters.onDesk]);
    expect(await found(so, { holderId: at('ASO').postId })).toEqual([]);
    expect((await files(so, { holderId: so.postId })).sort()).toEqual([ids.onDesk, ids.parked, ids.inside].sort());
  });

  // Whom the diary clerk stands below reads his letters.
  it.each<[SoughtState, () => string[], () => string[]]>([
    ['on_desk', () => [ids.note, letters.inFile, letters.onDesk], () => [ids.onDesk]],
    ['parked', () => [ids.parkedNote], () => [ids.parked]],
    ['in_call_book', () => [], () => []],
    ['attached', () => [ids.insideNote], () => [ids.inside]],
    ['closed', () => [ids.closedNote, letters.issued, letters.closed], () => [ids.closed]],
    [
      'open',
      () => [ids.note, ids.parkedNote, ids.insideNote, letters.inFile, letters.onDesk],
      () => [ids.onDesk, ids.parked, ids.inside],
    ],
  ])('finds what is in the state %s', async (state, beside, ofFiles) => {
    expect((await found(at('SO'), { state })).sort()).toEqual(beside().sort());
    expect((await files(at('SO'), { state })).sort()).toEqual(ofFiles().sort());
  });

  it('knows of letters without a file whether they are closed', async () => {
    expect(await found(at('US'), { state: 'closed', kind: 'receipt' })).toEqual([letters.closed]);
    expect(await found(at('US'), { state: 'on_desk', kind: 'receipt' })).toContain(letters.onDesk);
    expect(await found(at('US'), { state: 'parked', kind: 'receipt' })).toEqual([]);
  });

  it('tells nobody where a letter lies whose file he may not read', async () => {
    const dispatch = at('DISPATCH');
    const mine = await receive(dispatch);
    const asked = { toPostId: at('SO').postId, action: 'for_necessary_action' } as const;
    await office()
      .get(ForwardReceipt)
      .execute(dispatch, mine, { ...asked, copyToPostIds: [] });
    await office().get(PutReceiptInFile).execute(at('SO'), mine, { fileId: ids.onDesk, flag: null });
    await office().get(TextIndex).indexAll();
    expect(await found(dispatch, { kind: 'receipt' })).toContain(mine);
    for (const there of [{ holderId: at('SO').postId }, ...SOUGHT_STATES.map((state) => ({ state }))])
      expect([there, (await found(dispatch, { kind: 'receipt', ...there })).includes(mine)]).toEqual([there, false]);
    expect(await found(at('SO'), { kind: 'receipt', holderId: at('SO').postId })).toContain(mine);
  });

  it.each(POSTS)('shows nobody more than without, and each in one state, with one post: %s', async (marking) => {
    const actor = at(marking);
    const all = new Set([...(await found(actor, { limit: 200 })), ...(await files(actor, {}))]);
    for (const there of [
      ...POSTS.map((post) => ({ holderId: at(post).postId })),
      ...SOUGHT_STATES.map((state) => ({ state })),
    ])
      for (const id of [...(await found(actor, there)), ...(await files(actor, there))])
        expect([there, all.has(id)]).toEqual([there, true]);
    const [open, closed] = [await files(actor, { state: 'open' }), await files(actor, { state: 'closed' })];
    expect([...open, ...closed].sort()).toEqual((await files(actor, {})).sort());
  });

  it('finds files of days and of a unit, with words and without', async () => {
    const so = at('SO');
    const [{ day } = { day: '' }] = await office().rows<{ day: string }>('SELECT india_today()::text AS day');
    const { unitId } = so.post;
    const all = await files(so, {});
    expect(all.length).toBe(4);
    expect(await files(so, { from: day, to: day, unitId })).toEqual(all);
    expect(await files(so, { q: 'विद्यालय भवन', from: day, unitId, state: 'closed' })).toEqual([ids.closed]);
    expect(await files(so, { to: '2020-12-31' })).toEqual([]);
    expect(await files(so, { from: '2199-01-01' })).toEqual([]);
    expect(await files(so, { unitId: at('CLERK').post.unitId })).toEqual([]);
  });

  it('refuses a post and a unit that the office has not, as those of another office', async () => {
    const so = at('SO');
    const { postId, post } = await writeActor(office().owner, await writeOffice(office().owner), {});
    for (const other of [postId, randomUUID()]) {
      await expect(found(so, { holderId: other })).rejects.toMatchObject({ code: 'unknown-post' });
      await expect(files(so, { holderId: other })).rejects.toMatchObject({ code: 'unknown-post' });
    }
    for (const other of [post.unitId, randomUUID()])
      await expect(files(so, { unitId: other })).rejects.toMatchObject({ code: 'unknown-unit' });
  });

  it.each([
    ['a state of people', { kind: 'person', state: 'closed' }, 'state'],
    ['who has a post', { kind: 'post', holderId: '00000000-0000-4000-8000-000000000000' }, 'holderId'],
    ['days of people', { kind: 'person', to: '2026-01-01' }, 'from'],
    ['who sent a note', { kind: 'note', sender: 'राम' }, 'sender'],
    ['a state that nothing has', { state: 'lost' }, 'state'],
    ['what is no post', { holderId: 'SO' }, 'holderId'],
  ])('refuses %s', (_, asked, field) => {
    const { error } = SearchOfficeRequest.safeParse({ q: WORD, ...asked });
    expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });
});
