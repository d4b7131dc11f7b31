import { type Actor, defineAbility } from '@patravali/authorization';
import {
  DraftContent,
  ForwardFile as ForwardFileRequest,
  NoteContent,
  type StartTenure as NewTenure,
} from '@patravali/contract';
import { ApproveDraft, CreateDraft } from '@patravali/drafts';
import { FileViewQuery } from '@patravali/files';
import { rulesFor } from '@patravali/foundation';
import { FindPerson } from '@patravali/identity';
import { ForwardFile } from '@patravali/movement';
import { AddNote, ConfirmNote } from '@patravali/notes';
import { EndTenure, ListTenures, StartTenure } from '@patravali/organisation';
import { ORDER, useEstablishment } from '../../../../test/support/establishment/establishment';
import { stateOfTheDatabase } from '../../../../test/support/office/state-of-the-database';

const { office, kept, newPerson, join, postsOf } = useEstablishment();

/** What time it is in the office. */
const now = (instant: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${instant}'::timestamptz $$`,
  );
beforeEach(() => now('2026-11-26T04:00:00Z'));

const CONTRACT = { kind: 'operator', fromOn: '2026-04-01', untilOn: '2027-03-31' } as const;
const aClerk = () => office().actor({ unitId: kept.unitId, level: 5, roles: ['dealing_hand'] });
/** Of a contractor, at the post of that clerk. */
const anOperator = async (clerk: Actor, tenure: Partial<NewTenure> = {}) => {
  const { id: personId } = await newPerson({ name: { hi: 'संविदा ऑपरेटर', en: 'Contract operator' } });
  const { id: tenureId } = await join({ ...CONTRACT, personId, postId: clerk.postId, ...tenure });
  return { personId, tenureId };
};
const actorOf = async (userId: string): Promise<Actor> => {
  const { heldPosts } = await office().get(FindPerson).execute(office().id, userId);
  const [held] = heldPosts;
  if (!held) throw new Error('He works at no post');
  const { capacity, ...post } = held;
  const name = { hi: 'संविदा ऑपरेटर', en: 'Contract operator' };
  const ability = defineAbility(post, rulesFor(capacity));
  return { organisationId: office().id, userId, postId: post.id, capacity, name, post, ability };
};
const words = NoteContent.parse({
  text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आख्या प्रस्तुत है।' }] }] },
});

async function isRefused(code: string, act: () => Promise<unknown>, field?: string): Promise<void> {
  const before = await stateOfTheDatabase(office());
  const errors = field === undefined ? {} : { errors: [{ pointer: `#/${field}` }] };
  await expect(act()).rejects.toMatchObject({ code, ...errors });
  expect(await stateOfTheDatabase(office())).toBe(before);
}

describe('an outsourced operator', () => {
  it('prepares under a named clerk, and is named so in the record', async () => {
    const clerk = await aClerk();
    const { personId } = await anOperator(clerk);
    const operator = await actorOf(personId);
    expect(operator).toMatchObject({ capacity: 'operator', post: { roles: [] } });
    const { fileId } = await office().newFile(clerk);
    await office().get(AddNote).execute(operator, fileId, words);
    const view = await office().get(FileViewQuery).execute(clerk, fileId);
    expect(view.pendingNote).toMatchObject({ colour: 'yellow', preparedBy: { en: 'Contract operator' } });
    const [shown] = await office().rows<object>(
      `SELECT actor_ref(user_id, post_id, capacity) AS by FROM event WHERE name = 'note.added' AND subject_id = $1`,
      [fileId],
    );
    expect(shown).toMatchObject({ by: { capacity: 'operator', actingFor: clerk.name } });
    const { items } = await office().get(ListTenures).execute(kept.administrator, { limit: 50, q: clerk.post.marking });
    expect(items[0]?.tenures).toEqual([
      expect.objectContaining({ kind: 'operator', under: clerk.name, untilOn: '2027-03-31' }),
      expect.objectContaining({ kind: 'regular', under: null }),
    ]);
  });

  it('confirms, sends, approves and signs nothing', async () => {
    const clerk = await aClerk();
    const operator = await actorOf((await anOperator(clerk)).personId);
    const { fileId } = await office().newFile(clerk);
    await office().get(AddNote).execute(operator, fileId, words);
    const content = DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject: 'मरम्मत',
      addressees: [{ name: 'निरीक्षक' }],
      body: words.text,
      signatoryPostId: office().at('US').postId,
    });
    const draft = await office().get(CreateDraft).execute(operator, fileId, { content, replyToReceiptId: null });
    const sending = ForwardFileRequest.parse({ toPostId: office().at('DS').postId, confirmNote: true });
    await isRefused('not-for-assistants', () => office().get(ConfirmNote).execute(operator, fileId));
    await isRefused('not-for-assistants', () => office().get(ForwardFile).execute(operator, fileId, sending));
    await isRefused('not-for-assistants', () =>
      office().get(ApproveDraft).execute(operator, draft.id, { draftVersion: 1, namedPostId: null }),
    );
    await isRefused('not-for-assistants', () => office().newFile(operator));
    await expect(
      office().rows(`UPDATE pending_note SET colour = 'green' WHERE file_id = $1`, [fileId]),
    ).rejects.toMatchObject({ constraint: 'assistants_do_not_confirm' });
  });

  it('ends with the contract, by itself', async () => {
    const clerk = await aClerk();
    const { personId } = await anOperator(clerk);
    await now('2027-03-31T18:00:00Z');
    expect(await postsOf(personId)).toEqual([clerk.postId]);
    await now('2027-03-31T18:30:00Z');
    expect(await postsOf(personId)).toEqual([]);
  });

  it('ends when the clerk leaves the post, and not when another does', async () => {
    const [clerk, other] = [await aClerk(), await aClerk()];
    const { personId } = await anOperator(clerk);
    const relieve = async ({ userId }: Actor) => {
      const [tenure] = await office().rows<{ id: string }>('SELECT id FROM tenure WHERE user_id = $1', [userId]);
      const ending = {
        cause: 'transferred',
        untilOn: '2026-11-26',
        untilHalf: 'afternoon',
        orderReference: ORDER,
      } as const;
      await office()
        .get(EndTenure)
        .execute(kept.administrator, tenure?.id ?? '', { ...ending, now: true });
    };
    await relieve(other);
    expect(await postsOf(personId)).toEqual([clerk.postId]);
    await relieve(clerk);
    expect(await postsOf(personId)).toEqual([]);
  });

  it('goes with the half day with which the clerk is to go', async () => {
    const clerk = await aClerk();
    const { tenureId } = await anOperator(clerk);
    const [held] = await office().rows<{ id: string }>('SELECT id FROM tenure WHERE user_id = $1', [clerk.userId]);
    const ending = {
      cause: 'transferred',
      untilOn: '2026-12-04',
      untilHalf: 'forenoon',
      orderReference: ORDER,
    } as const;
    await office()
      .get(EndTenure)
      .execute(kept.administrator, held?.id ?? '', { ...ending, now: false });
    const days = 'SELECT until_on::text AS day, until_forenoon AS forenoon FROM tenure WHERE id = $1';
    expect(await office().rows(days, [tenureId])).toEqual([{ day: '2026-12-04', forenoon: true }]);
  });

  it('is entered with the last day of the contract, at the post of a clerk who is there, and holds no post', async () => {
    const clerk = await aClerk();
    const officer = await office().actor({ unitId: kept.unitId });
    const { id: personId } = await newPerson();
    const enter = (tenure: Partial<NewTenure>) => join({ ...CONTRACT, personId, postId: clerk.postId, ...tenure });
    await isRefused('contract-day-needed', () => enter({ untilOn: null }), 'untilOn');
    await isRefused('tenure-backwards', () => enter({ untilOn: '2026-03-31' }), 'untilOn');
    await isRefused('operator-needs-clerk', () => enter({ postId: officer.postId }), 'postId');
    await isRefused('operator-needs-clerk', () => enter({ fromOn: '2019-01-01' }), 'postId');
    await isRefused('operator-holds-no-post', () => enter({ personId: officer.userId }), 'personId');
    await enter({});
    const vacant = await aClerk();
    await office().rows(`UPDATE tenure SET until_on = '2020-12-31' WHERE user_id = $1`, [vacant.userId]);
    const holding = { kind: 'regular', postId: vacant.postId, fromOn: '2026-05-01', untilOn: null } as const;
    await isRefused('operator-holds-no-post', () => enter(holding), 'personId');
    const insert = (kind: string, postId: string, under: string | null) =>
      office().rows(
        `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, until_on, order_reference, under_user_id)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, '2026-05-01', '2026-06-01', 'x', $5)`,
        [office().id, personId, postId, kind, under],
      );
    await expect(insert('regular', vacant.postId, null)).rejects.toMatchObject({
      constraint: 'operator_only_prepares',
    });
    await expect(insert('operator', officer.postId, officer.userId)).rejects.toMatchObject({
      constraint: 'operator_only_prepares',
    });
    await expect(insert('operator', clerk.postId, null)).rejects.toMatchObject({
      constraint: 'operator_is_under_clerk',
    });
  });

  it('is entered by the administrator of a unit for a clerk of his unit alone', async () => {
    const administers = { roles: ['dealing_hand', 'unit_administrator'] as const, administeredUnitId: kept.unitId };
    const own = await office().actor({ unitId: kept.unitId, ...administers });
    const [clerk, elsewhere] = [await aClerk(), await office().actor({ roles: ['dealing_hand'] })];
    const { id: personId } = await newPerson();
    await office().rows('UPDATE office_user SET entered_unit_id = $1 WHERE id = $2', [kept.unitId, personId]);
    const enter = (postId: string) =>
      office()
        .get(StartTenure)
        .execute(own, { ...CONTRACT, personId, postId, cause: 'posted', fromHalf: 'forenoon', orderReference: ORDER });
    await isRefused('not-allowed', () => enter(elsewhere.postId), 'postId');
    await enter(clerk.postId);
  });
});
