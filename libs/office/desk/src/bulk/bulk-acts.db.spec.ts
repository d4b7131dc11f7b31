import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { BulkAct, NoteContent, ReferenceTarget } from '@patravali/contract';
import { CheckBulkAct, DoBulkAct } from '@patravali/desk';
import { CloseFile } from '@patravali/files';
import { ForwardFile, PutUpForCorrection, ReturnFile } from '@patravali/movement';
import { AddNote, ConfirmNote } from '@patravali/notes';
import { useOffice } from '../../../../../test/support/office/office';
import { keptSince } from '../../../../../test/support/office/kept-long';
import { WORDS } from '../../../../../test/support/office/words';

const office = useOffice({ holds: 'section' });
const at = (marking: 'ASO' | 'SO' | 'US' | 'DS' | 'OTHER' | 'AUDIT' | 'CLERK') => office().at(marking);

const WRITTEN = WORDS.note;
const referringTo = (to: ReferenceTarget): NoteContent => ({
  text: { version: 1, paragraphs: [{ children: [{ type: 'reference', to, label: 'पृष्ठ' }] }] },
  decision: null,
});

const fresh = async (by: Actor) => (await office().newFile(by)).fileId;
const send = (by: Actor, fileId: string, to: Actor, more: object = {}) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, confirmNote: false, ...more });
/** A file with words that lies unread on the desk of the section officer. */
const arrived = async () => {
  const fileId = await fresh(at('ASO'));
  await send(at('ASO'), fileId, at('SO'), WORDS);
  return fileId;
};
const written = async (content: NoteContent, { green = true } = {}) => {
  const fileId = await arrived();
  await office().get(AddNote).execute(at('SO'), fileId, content);
  if (green) await office().get(ConfirmNote).execute(at('SO'), fileId);
  return fileId;
};

/** One file of each kind that the section officer may meet, and what forwarding it to the under secretary is refused with. */
const KINDS: readonly (readonly [kind: string, make: () => Promise<string>, refused: string | null])[] = [
  ['has words', arrived, null],
  ['has no word', () => fresh(at('SO')), 'first-note-needs-words'],
  ['has a yellow note', () => written(WRITTEN, { green: false }), 'note-unconfirmed'],
  ['has a green note', () => written(WRITTEN), null],
  ['has a green decision', () => written({ text: { version: 1, paragraphs: [] }, decision: 'approved' }), null],
  [
    'has a green note whose reference leads nowhere',
    async () => {
      const fileId = await arrived();
      await office()
        .get(AddNote)
        .execute(at('SO'), fileId, referringTo({ kind: 'note', note: 1 }));
      await office().get(ConfirmNote).execute(at('SO'), fileId);
      await office().rows(`UPDATE pending_note SET content = $2 WHERE file_id = $1`, [
        fileId,
        JSON.stringify(referringTo({ kind: 'note', note: 7 }).text),
      ]);
      return fileId;
    },
    'reference-to-nowhere',
  ],
  [
    'has a green note of a discussion with a post that became vacant',
    async () => {
      const { postId } = await office().actor();
      const fileId = await written({ ...WRITTEN, kind: 'discussion', discussedWith: [postId] });
      await office().rows('UPDATE tenure SET until_on = from_on WHERE post_id = $1', [postId]);
      return fileId;
    },
    'post-vacant',
  ],
  [
    'came back and was not answered',
    async () => {
      const fileId = await arrived();
      await send(at('SO'), fileId, at('US'));
      await office().get(ReturnFile).execute(at('US'), fileId, { reason: 'पुनः', confirmNote: false });
      return fileId;
    },
    'returned-file-needs-words',
  ],
  [
    'is there for correction',
    async () => {
      const fileId = await fresh(at('ASO'));
      await office().get(AddNote).execute(at('ASO'), fileId, WRITTEN);
      await office()
        .get(PutUpForCorrection)
        .execute(at('ASO'), fileId, { toPostId: at('SO').postId });
      return fileId;
    },
    'note-up-for-correction',
  ],
  [
    'is with another',
    async () => {
      const fileId = await arrived();
      await send(at('SO'), fileId, at('DS'), { remarks: 'अत्यावश्यक' });
      return fileId;
    },
    'not-allowed',
  ],
  [
    'is closed',
    async () => {
      const fileId = await arrived();
      await office().get(CloseFile).execute(at('SO'), fileId, { reason: 'निस्तारित', confirmNote: false });
      return fileId;
    },
    'not-allowed',
  ],
  [
    'was kept beyond the limit',
    async () => {
      const fileId = await arrived();
      await keptSince(office(), fileId, 30);
      return fileId;
    },
    'explanation-needed',
  ],
  ['is none of his', () => fresh(at('OTHER')), 'not-found'],
  ['is not there', () => Promise.resolve(randomUUID()), 'not-found'],
];

const onward = (to: Actor, more: object = {}): BulkAct => ({ kind: 'forward', toPostId: to.postId, ...more });
const check = async (by: Actor, fileIds: readonly string[], act: BulkAct) => {
  const request = { fileIds: [...fileIds], act };
  return (await office().get(CheckBulkAct).execute(by, request)).items;
};
const act = (by: Actor, fileIds: readonly string[], what: BulkAct) =>
  office()
    .get(DoBulkAct)
    .execute(by, { fileIds: [...fileIds], act: what });
const everyKind = async (times = 1) => {
  const ids: string[] = [];
  for (let time = 0; time < times; time++) for (const [, make] of KINDS) ids.push(await make());
  return ids;
};
interface Told {
  readonly refusal: { code: string; params: unknown; errors: readonly unknown[] } | null;
}
const told = (items: readonly Told[]) =>
  items.map(({ refusal }) => refusal && { code: refusal.code, params: refusal.params, errors: refusal.errors });
const movementsOf = async (ids: readonly string[]) =>
  (
    await office().rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM movement WHERE file_id = ANY ($1) GROUP BY file_id ORDER BY file_id',
      [ids],
    )
  ).map(({ count }) => count);

describe('the check before several files are forwarded', () => {
  it('says of each file what forwarding it then says: the same refusal with the same words', async () => {
    const ids = await everyKind();
    const checked = await check(at('SO'), ids, onward(at('US')));
    expect(checked.map(({ id, refusal }, index) => [id, KINDS[index]?.[0], refusal?.code ?? null])).toEqual(
      KINDS.map(([kind, , refused], index) => [ids[index], kind, refused]),
    );
    const done = await act(at('SO'), ids, onward(at('US')));
    expect(told(done.items)).toEqual(told(checked));
  });

  it.each([
    ['to oneself', () => onward(at('SO')), 'to-oneself'],
    ['to an auditor', () => onward(at('AUDIT')), 'post-takes-no-files'],
    ['to a post that is not there', () => ({ kind: 'forward', toPostId: randomUUID() }) as const, 'unknown-post'],
    ['by a day that has passed', () => onward(at('US'), { dueOn: '2020-01-01' }), 'due-date-past'],
  ])('refuses every file that is to go %s', async (_, what, code) => {
    const ids = [await arrived(), await arrived()];
    const checked = await check(at('SO'), ids, what());
    expect(checked.map(({ refusal }) => refusal?.code)).toEqual([code, code]);
    expect(told((await act(at('SO'), ids, what())).items)).toEqual(told(checked));
  });

  it('says that only an officer makes a file VIP', async () => {
    const ids = [await fresh(at('ASO'))];
    const vip = onward(at('SO'), { urgency: 'vip' });
    expect((await check(at('ASO'), ids, vip))[0]?.refusal).toMatchObject({ code: 'urgency-needs-officer' });
    expect((await act(at('ASO'), ids, vip)).items[0]?.refusal).toMatchObject({ code: 'urgency-needs-officer' });
  });

  it('allows an assistant nothing that is the officer’s', async () => {
    const assistant = await office().assistantOf(at('US'));
    const fileId = await arrived();
    await send(at('SO'), fileId, at('US'));
    const checked = await check(assistant, [fileId], onward(at('DS')));
    expect(checked[0]?.refusal).toMatchObject({ code: 'not-for-assistants' });
    expect((await act(assistant, [fileId], onward(at('DS')))).items[0]?.refusal?.code).toBe('not-for-assistants');
    expect((await act(assistant, [fileId], { kind: 'open' })).items[0]?.refusal).toBeNull();
  });

  it('changes nothing, and counts as opening nothing', async () => {
    const ids = await everyKind();
    const before = await office().rows('SELECT * FROM file_custody ORDER BY file_id');
    const counts = await office().counts();
    await check(at('SO'), ids, onward(at('US')));
    await check(at('SO'), ids, { kind: 'open' });
    expect(await office().rows('SELECT * FROM file_custody ORDER BY file_id')).toEqual(before);
    expect(await office().counts()).toEqual(counts);
  });

  it('asks as many statements for a hundred files as for a few', async () => {
    const [few, many] = [await everyKind(), await everyKind(7)];
    const statements = async (ids: readonly string[], what: BulkAct) => {
      const query = jest.spyOn(office().dataSource, 'createQueryRunner');
      await check(at('SO'), ids, what);
      const { length } = query.mock.calls;
      query.mockRestore();
      return length;
    };
    const forward = onward(at('US'), { dueOn: '2099-01-01' });
    expect(await statements(few, forward)).toBe(await statements(many, forward));
    expect(await statements(many, forward)).toBeLessThanOrEqual(7);
    expect(await statements(many, { kind: 'open' })).toBe(1);
  });
});

describe('one act on several files', () => {
  it('is an act of each file: its own movement, event and answer, and one that is refused stops no other', async () => {
    const ids = [await arrived(), await fresh(at('SO')), await arrived()];
    const { items } = await act(at('SO'), ids, onward(at('US'), { remarks: 'कृपया देखें' }));
    expect(items.map(({ id, version, refusal }) => [id, typeof version, refusal?.code ?? null])).toEqual([
      [ids[0], 'number', null],
      [ids[1], 'object', 'first-note-needs-words'],
      [ids[2], 'number', null],
    ]);
    const events = await office().rows(
      `SELECT subject_id AS id, reason FROM event WHERE name = 'file.forwarded' AND subject_id = ANY ($1) AND user_id = $2
       ORDER BY id`,
      [ids, at('SO').userId],
    );
    expect(events).toEqual([ids[0], ids[2]].map((id) => ({ id, reason: 'कृपया देखें' })));
  });

  it('asks upwards to put up and downwards for action, as with one file', async () => {
    const [up, down] = [await arrived(), await arrived()];
    await act(at('SO'), [up], onward(at('US')));
    await act(at('SO'), [down], onward(at('ASO')));
    const rows = await office().rows('SELECT action FROM file_custody WHERE file_id = ANY ($1) ORDER BY file_id', [
      [up, down],
    ]);
    expect(rows).toEqual([{ action: 'put_up' }, { action: 'for_necessary_action' }]);
  });

  it('opens what is unread, so that its sender cannot take it back any more', async () => {
    const ids = [await arrived(), await arrived(), await fresh(at('OTHER'))];
    const { items } = await act(at('SO'), ids, { kind: 'open' });
    expect(items.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, null, 'not-found']);
    const unread = await office().rows('SELECT FROM file_custody WHERE file_id = ANY ($1) AND opened_at IS NULL', [
      ids.slice(0, 2),
    ]);
    expect(unread).toEqual([]);
  });

  const keyed = (by: Actor, key: string, requestHash = 'a'.repeat(64)): Actor => ({
    ...by,
    idempotency: { key, requestHash },
  });

  it('moves nothing twice when the request comes again, and gives the same answer, also of what could go by now', async () => {
    const ids = [await arrived(), await fresh(at('SO')), await arrived()];
    const by = keyed(at('SO'), 'again');
    const first = await act(by, ids, onward(at('US')));
    await office()
      .get(AddNote)
      .execute(at('SO'), ids[1] ?? '', WRITTEN);
    await office()
      .get(ConfirmNote)
      .execute(at('SO'), ids[1] ?? '');
    expect(await act(by, ids, onward(at('US')))).toEqual(JSON.parse(JSON.stringify(first)));
    expect(await movementsOf(ids)).toEqual([3, 1, 3]);
    await expect(act(keyed(at('SO'), 'again', 'b'.repeat(64)), ids, { kind: 'open' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('goes on where it stopped when the office fell half way through it', async () => {
    const ids = [await arrived(), await arrived(), await arrived(), await arrived()];
    const by = keyed(at('SO'), 'fell');
    const forward = office().get(ForwardFile);
    const real = forward.execute.bind(forward);
    const execute = jest.spyOn(forward, 'execute');
    let calls = 0;
    execute.mockImplementation((...given) => (++calls > 2 ? Promise.reject(new Error('fell')) : real(...given)));
    await expect(act(by, ids, onward(at('US')))).rejects.toThrow('fell');
    execute.mockRestore();
    expect(await movementsOf(ids)).toEqual([3, 3, 2, 2]);
    const { items } = await act(by, ids, onward(at('US')));
    expect(items.map(({ refusal }) => refusal)).toEqual([null, null, null, null]);
    expect(await movementsOf(ids)).toEqual([3, 3, 3, 3]);
  });

  it('moves each file once when the same request comes twice at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, arrived));
    const by = keyed(at('SO'), 'twice');
    const [one, other] = await Promise.all([act(by, ids, onward(at('US'))), act(by, ids, onward(at('US')))]);
    expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(other)));
    expect(await movementsOf(ids)).toEqual(ids.map(() => 3));
  }, 60_000);

  it('moves each file once when two people of one desk act on the same files, in whatever order, and tells who was late', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, arrived));
    const answers = await Promise.all([
      act(keyed(at('SO'), 'one'), ids, onward(at('US'))),
      act(keyed(at('SO'), 'other'), [...ids].reverse(), onward(at('DS'), { remarks: 'अत्यावश्यक' })),
    ]);
    expect(await movementsOf(ids)).toEqual(ids.map(() => 3));
    const [one, other] = answers.map(
      ({ items }) => new Map(items.map(({ id, refusal }) => [id, refusal?.code ?? null])),
    );
    for (const id of ids)
      expect([id, [one?.get(id), other?.get(id)].sort()]).toEqual([id, [null, 'not-allowed'].sort()]);
    const holders = await office().rows<{ holder: string; id: string }>(
      'SELECT holder_post_id AS holder, file_id AS id FROM file_custody WHERE file_id = ANY ($1)',
      [ids],
    );
    for (const { id, holder } of holders)
      expect([id, holder]).toEqual([id, one?.get(id) === null ? at('US').postId : at('DS').postId]);
  }, 60_000);
});
