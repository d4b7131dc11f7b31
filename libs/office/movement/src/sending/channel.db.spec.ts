import type { Actor } from '@patravali/authorization';
import { FileView } from '@patravali/contract';
import { LevelFiguresQuery, ListMovements } from '@patravali/custody';
import { CloseFile, CorrectCover, CreateFile, FileViewQuery } from '@patravali/files';
import { PullBackFile, PutUpForCorrection } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { KeepCaseCategory, ListCaseCategories, WayQuery } from '@patravali/organisation';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { ForwardFile } from './forward-file';
import { ReturnFile } from './return-file';

const office = useOffice({ holds: 'section' });
const PAST = '2020-01-01';
const WHY = 'प्रकरण अत्यन्त आवश्यक है।';
type KeptPower = Parameters<KeepCaseCategory['execute']>[1]['powers'][number];

/** ASO (4) below SO (3) below US (2) below DS (1). */
describe('a case on its channel', () => {
  let administrator: Actor;
  beforeAll(async () => {
    administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
  });

  const at = (marking: Marking) => office().at(marking);
  const keep = async (code: string, ...powers: readonly (Partial<KeptPower> & Pick<KeptPower, 'levels'>)[]) => {
    const kept = await office()
      .get(KeepCaseCategory)
      .execute(administrator, {
        code,
        name: { hi: 'आकस्मिक अवकाश', en: 'Casual leave' },
        unitId: null,
        powers: powers.map((power) => ({ fromOn: PAST, finalPostId: null, ...power })),
      });
    return kept.id;
  };
  const open = async (by: Actor, categoryId: string | null, subject = 'अवकाश') => {
    const cover = { headId: office().headId, subject, grading: 'normal', urgency: 'ordinary', categoryId } as const;
    return (await office().get(CreateFile).execute(by, cover)).id;
  };
  const send = (by: Marking, fileId: string, to: Marking, remarks?: string) =>
    office()
      .get(ForwardFile)
      .execute(at(by), fileId, { toPostId: at(to).postId, remarks, ...WORDS });
  const view = (by: Marking, fileId: string) =>
    office().named(FileView, office().get(FileViewQuery).execute(at(by), fileId));
  const suggested = async (by: Marking, fileId: string) =>
    (await view(by, fileId)).suggestions.map(({ post, why }) => `${post.marking} ${why}`);
  const ladder = async (by: Marking, fileId: string) =>
    (await view(by, fileId)).channel?.rungs.map(({ post, state }) => `${post.marking} ${state}`);

  it('is sent to the next post of the channel first, over levels that are not on its ladder', async () => {
    const fileId = await open(at('ASO'), await keep('SKIPS', { levels: [3, 1] }));
    expect(await suggested('ASO', fileId)).toEqual(['SO channel']);
    await send('ASO', fileId, 'SO');
    expect(await suggested('SO', fileId)).toEqual(['DS channel', 'US superior', 'ASO sender']);
    await send('SO', fileId, 'DS');
    expect(await ladder('DS', fileId)).toEqual(['ASO passed', 'SO passed', 'DS here']);
  });

  it('shows the way down to who disposes of it', async () => {
    const fileId = await open(at('ASO'), await keep('FINAL', { levels: [3, 2] }));
    await send('ASO', fileId, 'SO');
    await send('SO', fileId, 'US');
    expect(await suggested('US', fileId)).toEqual(['SO sender', 'DS superior', 'ASO opener']);
  });

  it('jumps no level without a reason, which names the post; with one the register says so', async () => {
    const fileId = await open(at('ASO'), await keep('JUMP', { levels: [3, 2, 1] }));
    await expect(send('ASO', fileId, 'DS')).rejects.toMatchObject({
      code: 'jump-needs-reason',
      params: { post: 'SO, US' },
      errors: [{ pointer: '#/remarks', detail: 'jump-needs-reason' }],
    });
    await send('ASO', fileId, 'DS', WHY);
    const { items } = await office().get(ListMovements).execute(at('DS'), fileId, { limit: 50 });
    expect(items.map(({ jumped }) => jumped.length)).toEqual([0, 2]);
    const [event] = await office().rows(`SELECT data FROM event WHERE subject_id = $1 ORDER BY sequence DESC LIMIT 1`, [
      fileId,
    ]);
    expect(event).toMatchObject({ data: { jumped: ['SO', 'US'] } });
  });

  it('comes back through each jumped post by itself, the highest first, whether forwarded or returned', async () => {
    const fileId = await open(at('ASO'), await keep('BACK', { levels: [3, 2, 1] }));
    await send('ASO', fileId, 'DS', WHY);
    expect(await suggested('DS', fileId)).toEqual(['US way_back', 'ASO sender']);
    expect(await ladder('DS', fileId)).toEqual(['ASO passed', 'SO owed', 'US owed', 'DS here']);
    const shown = await view('DS', fileId);
    expect(shown.wayBack?.marking).toBe('US');
    expect(shown.allowedMoves).not.toContain('return');
    for (const to of ['ASO', 'SO', 'DISPATCH'] as const)
      await expect(send('DS', fileId, to, WHY)).rejects.toMatchObject({
        code: 'way-back-first',
        params: { post: 'US' },
      });
    await expect(
      office().get(ReturnFile).execute(at('DS'), fileId, { reason: 'अपूर्ण', confirmNote: false }),
    ).rejects.toMatchObject({ code: 'way-back-first' });
    // Beside the line of those posts it may be asked for anything.
    await send('DS', fileId, 'OTHER');
    await expect(send('OTHER', fileId, 'ASO')).rejects.toMatchObject({
      code: 'way-back-first',
      params: { post: 'US' },
    });
    await send('OTHER', fileId, 'US');
    await expect(send('US', fileId, 'ASO')).rejects.toMatchObject({ code: 'way-back-first', params: { post: 'SO' } });
    expect((await suggested('US', fileId)).slice(0, 2)).toEqual(['SO way_back', 'DS channel']);
    await send('US', fileId, 'SO');
    await send('SO', fileId, 'ASO');
    expect(await ladder('ASO', fileId)).toEqual(['ASO here', 'SO passed', 'US passed', 'DS passed']);
    expect(await office().rows('SELECT jumped_post_ids FROM file_custody WHERE file_id = $1', [fileId])).toEqual([
      { jumped_post_ids: [] },
    ]);
  });

  it('owes nothing for a jump that was pulled back', async () => {
    const fileId = await open(at('ASO'), await keep('PULLED', { levels: [3, 2] }));
    await send('ASO', fileId, 'US', WHY);
    await office().get(PullBackFile).execute(at('ASO'), fileId, {});
    await send('ASO', fileId, 'OTHER');
    await send('OTHER', fileId, 'ASO');
    expect(await ladder('ASO', fileId)).toEqual(['ASO here', 'SO passed', 'US ahead']);
  });

  it('does not wait for a vacant post: with a reason it goes past', async () => {
    const vacant = await office().actor({ marking: 'VACANT', level: 3, superior: at('US') });
    const hand = await office().actor({ marking: 'HAND', level: 4, roles: ['dealing_hand'], superior: vacant });
    await office().rows(`UPDATE tenure SET until_on = '2020-12-31' WHERE post_id = $1`, [vacant.postId]);
    const fileId = await open(hand, await keep('GAP', { levels: [3, 2] }));
    const up = { toPostId: at('US').postId, remarks: WHY, ...WORDS };
    await office().get(ForwardFile).execute(hand, fileId, up);
    const back = (remarks?: string) =>
      office()
        .get(ForwardFile)
        .execute(at('US'), fileId, { toPostId: hand.postId, remarks, ...WORDS });
    await expect(back()).rejects.toMatchObject({ code: 'jump-needs-reason', params: { post: 'VACANT' } });
    expect((await view('US', fileId)).allowedMoves).toContain('return');
    await back('पद रिक्त है।');
  });

  it('without a ladder goes past superiors with a reason, which all see, and comes back through them', async () => {
    const fileId = await open(at('ASO'), null);
    expect((await view('ASO', fileId)).superiors.map(({ post }) => post.marking)).toEqual(['SO', 'US', 'DS']);
    await expect(send('ASO', fileId, 'US')).rejects.toMatchObject({
      code: 'jump-needs-reason',
      params: { post: 'SO' },
    });
    await send('ASO', fileId, 'US', WHY);
    expect(await view('US', fileId)).toMatchObject({ jumped: true, wayBack: { marking: 'SO' }, channel: null });
    expect((await suggested('US', fileId)).slice(0, 3)).toEqual(['SO way_back', 'DS superior', 'ASO sender']);
    const { items } = await office().get(ListMovements).execute(at('US'), fileId, { limit: 50 });
    expect(items.at(-1)).toMatchObject({ jumped: [at('SO').postId], remarks: WHY });
    await expect(send('US', fileId, 'ASO')).rejects.toMatchObject({ code: 'way-back-first', params: { post: 'SO' } });
    await send('US', fileId, 'SO');
    await send('SO', fileId, 'ASO');
    expect((await view('ASO', fileId)).jumped).toBe(false);
  });

  it('without a ladder comes to its sixth level with a reason, and a long ladder has one', async () => {
    const low = await office().actor({ marking: 'LOW', level: 6, roles: ['dealing_hand'] });
    const fileId = await open(at('ASO'), null);
    for (const [by, to] of [['ASO', 'SO'] as const, ['SO', 'US'] as const, ['US', 'DS'] as const])
      await send(by, fileId, to);
    await send('DS', fileId, 'DISPATCH');
    const further = (remarks?: string) =>
      office()
        .get(ForwardFile)
        .execute(at('DISPATCH'), fileId, { toPostId: low.postId, remarks, ...WORDS });
    await expect(further()).rejects.toMatchObject({
      code: 'level-needs-reason',
      params: { level: 6, most: 4 },
      errors: [{ pointer: '#/remarks', detail: 'level-needs-reason' }],
    });
    await further(WHY);
    const levels = [6, 5, 3, 2, 1];
    await expect(keep('LONG', { levels })).rejects.toMatchObject({
      code: 'ladder-needs-reason',
      errors: [{ pointer: '#/powers/0/reason' }],
    });
    const categoryId = await keep('LONG', { levels, reason: WHY });
    const way = await office().get(WayQuery).execute(low, { categoryId, fromPostId: low.postId });
    expect(way.reason).toBe(WHY);
  });

  it('is held to the powers of today: earlier ones stay, later ones wait', async () => {
    const categoryId = await keep(
      'POWERS',
      { fromOn: '2020-01-01', levels: [3, 1] },
      { fromOn: '2021-04-01', levels: [3, 2] },
      { fromOn: '2999-04-01', levels: [3] },
    );
    const fileId = await open(at('ASO'), categoryId);
    expect(await ladder('ASO', fileId)).toEqual(['ASO here', 'SO ahead', 'US ahead']);
    const { items } = await office().get(ListCaseCategories).execute(at('ASO'), { limit: 200 });
    expect(items.find(({ code }) => code === 'POWERS')?.powers.map(({ fromOn }) => fromOn)).toEqual([
      '2020-01-01',
      '2021-04-01',
      '2999-04-01',
    ]);
    const future = await open(at('ASO'), await keep('FUTURE', { fromOn: '2999-04-01', levels: [3] }));
    expect((await view('ASO', future)).channel).toBeNull();
    await expect(send('ASO', future, 'DS')).rejects.toMatchObject({ code: 'jump-needs-reason' });
  });

  it('may be disposed of by one named post', async () => {
    const categoryId = await keep('NAMED', { levels: [3], finalPostId: at('OTHER').postId });
    const way = await office()
      .get(WayQuery)
      .execute(at('ASO'), { categoryId, fromPostId: at('ASO').postId });
    expect(way.rungs.map(({ post, isFinal }) => [post, isFinal])).toEqual([
      [at('ASO').postId, false],
      [at('OTHER').postId, true],
    ]);
    const fileId = await open(at('ASO'), categoryId);
    expect(await suggested('ASO', fileId)).toContain('OTHER channel');
  });

  it('counts the distinct levels of the desks that sent it on, and of the one where it is', async () => {
    const fileId = await open(at('ASO'), null);
    const levels = async (by: Marking) => (await view(by, fileId)).levels;
    expect(await levels('ASO')).toEqual([4]);
    await send('ASO', fileId, 'SO');
    await office().get(PullBackFile).execute(at('ASO'), fileId, {});
    expect(await levels('ASO')).toEqual([4]);
    await send('ASO', fileId, 'SO');
    await send('SO', fileId, 'OTHER');
    await send('OTHER', fileId, 'SO');
    expect(await levels('SO')).toEqual([4, 3]);
    const hand = at('ASO');
    await send('SO', fileId, 'ASO');
    await office()
      .get(PutUpForCorrection)
      .execute(await withNote(hand, fileId), fileId, { toPostId: at('DS').postId });
    expect(await levels('DS')).toEqual([4, 3, 1]);
  });

  it('tells who oversees files how many levels they pass, of normal files only', async () => {
    const figures = () => office().get(LevelFiguresQuery).execute(administrator);
    const before = await figures();
    const fileId = await open(at('SO'), null);
    await send('SO', fileId, 'US');
    await office().get(CloseFile).execute(at('US'), fileId, { reason: 'निस्तारित', confirmNote: false });
    const secret = { headId: office().headId, subject: 'गोपनीय', grading: 'secret', urgency: 'ordinary' } as const;
    await office().get(CreateFile).execute(at('SO'), secret);
    const after = await figures();
    const ofTwo = (each: typeof before) => each.closed.distribution.find(({ levels }) => levels === 2)?.files ?? 0;
    expect([after.closed.files, after.moved.files]).toEqual([before.closed.files + 1, before.moved.files + 1]);
    expect(ofTwo(after)).toBe(ofTwo(before) + 1);
    const seenBy = (by: Marking) => office().get(LevelFiguresQuery).execute(at(by));
    await expect(seenBy('ASO')).rejects.toMatchObject({ code: 'not-allowed' });
    // The head of the office and the auditor of all, another officer of his own units.
    for (const by of ['DS', 'AUDIT'] as const) expect(await seenBy(by)).toEqual({ ...after, units: null });
    const ofOther = await seenBy('OTHER');
    expect(ofOther.units?.map(({ abbreviation }) => abbreviation)).toEqual(['FIN']);
    expect(ofOther.moved.files).toBeLessThan(after.moved.files);
  });

  it('gets its kind with the cover, and another when the cover is corrected; the history says so', async () => {
    const [first, second] = [await keep('FIRST', { levels: [3] }), await keep('SECOND', { levels: [3, 2] })];
    const fileId = await open(at('ASO'), first, 'अवकाश आवेदन');
    const correct = (categoryId: string | null | undefined, ifMatch: number) =>
      office()
        .get(CorrectCover)
        .execute(at('ASO'), fileId, { subject: 'अवकाश आवेदन', remarks: null, reason: 'भूल', categoryId }, ifMatch);
    await expect(correct(undefined, 1)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(correct(crypto.randomUUID(), 1)).rejects.toMatchObject({ code: 'unknown-category' });
    await correct(second, 1);
    expect(await view('ASO', fileId)).toMatchObject({ category: { code: 'SECOND' } });
    await correct(null, 2);
    expect(await view('ASO', fileId)).toMatchObject({ category: null, channel: null });
    const events = await office().rows(
      `SELECT data FROM event WHERE subject_id = $1 AND name = 'file.cover_corrected' ORDER BY sequence`,
      [fileId],
    );
    expect(events).toEqual([
      { data: { categoryBefore: 'FIRST', categoryAfter: 'SECOND' } },
      { data: { categoryBefore: 'SECOND', categoryAfter: null } },
    ]);
    await expect(open(at('ASO'), crypto.randomUUID())).rejects.toMatchObject({ code: 'unknown-category' });
  });

  const withNote = async (by: Actor, fileId: string) => {
    await office().get(AddNote).execute(by, fileId, WORDS.note);
    return by;
  };
});
