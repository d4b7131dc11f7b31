import type { KeepPost, StartTenure as NewTenure } from '@patravali/contract';
import { AbolishPost, PostDetailsQuery } from '@patravali/establishment';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import {
  AbolishUnit,
  ChangePost,
  ChangeUnit,
  CreatePost,
  CreateUnit,
  EndTenure,
  ListUnits,
} from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { ORDER, REASON, useEstablishment } from '../../../../test/support/establishment/establishment';
import { WORDS } from '../../../../test/support/office/words';

const { office, kept, aPost, newPost, newPerson, join, today } = useEstablishment();

describe('units', () => {
  it('are renamed under the name that they had, moved, and abolished when they are empty', async () => {
    const unit = { abbreviationHi: null, parentId: null, reason: REASON };
    const name = { hi: 'अभिलेखागार', en: 'Record room' };
    const create = (abbreviation: string, more: object = {}) =>
      office()
        .get(CreateUnit)
        .execute(kept.administrator, { ...unit, abbreviation, name, ...more });
    const { id } = await create('Records');
    await expect(create('Records')).rejects.toMatchObject({ code: 'name-taken' });
    const below = await create('Copies', { parentId: id });
    const change = (to: object, version = 1) =>
      office()
        .get(ChangeUnit)
        .execute(kept.administrator, id, { ...unit, abbreviation: 'Archive', name, ...to }, version);
    await expect(change({ parentId: below.id })).rejects.toMatchObject({ code: 'circle-of-units' });
    expect(await change({})).toEqual({ id, version: 2 });
    await expect(change({})).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const former = await office().rows('SELECT short FROM former_name WHERE unit_id = $1', [id]);
    expect(former).toEqual([{ short: 'Records' }]);
    const abolish = (which: string) => office().get(AbolishUnit).execute(kept.administrator, which, { reason: REASON });
    await expect(abolish(id)).rejects.toMatchObject({ code: 'unit-in-use', params: { units: 1 } });
    await abolish(below.id);
    await abolish(id);
    await expect(newPost({ unitId: id })).rejects.toMatchObject({ code: 'unit-abolished' });
    const { items } = await office().get(ListUnits).execute(kept.administrator, { limit: 50 });
    expect(items.find((each) => each.id === id)).toMatchObject({ abbreviation: 'Archive', posts: 0 });
  });
});

describe('posts', () => {
  /** Enters a post, and answers how it is changed by whoever saw this version of it. */
  const enter = async (more: Partial<KeepPost>) => {
    const entered = aPost(more);
    const { id } = await office().get(CreatePost).execute(kept.administrator, entered);
    const change = (to: Partial<KeepPost>) =>
      office()
        .get(ChangePost)
        .execute(kept.administrator, id, { ...entered, ...to }, 1);
    return { id, entered, change };
  };

  it('are created vacant, and changed by whoever saw them last', async () => {
    const superior = await newPost({ level: 5 });
    const { id, entered, change } = await enter({ superiorPostId: superior });
    await expect(change({ superiorPostId: id })).rejects.toMatchObject({ code: 'circle-of-posts' });
    await expect(change({ level: 5 })).rejects.toMatchObject({ code: 'superior-not-above' });
    await expect(change({ auditedUnitIds: [kept.unitId] })).rejects.toMatchObject({ code: 'invalid-input' });
    await change({ marking: 'NAZIR-SADAR' });
    await expect(change({ marking: 'NAZIR-TEHSIL' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const details = await office().get(PostDetailsQuery).execute(kept.administrator, id);
    expect(details.formerNames.map(({ short }) => short)).toEqual([entered.marking]);
    expect(details.post).toMatchObject({ marking: 'NAZIR-SADAR', version: 2 });
    await expect(office().get(PostDetailsQuery).execute(office().at('SO'), id)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('stay in their order: nobody below is of the same level, and of two changes at once one is refused', async () => {
    const { id: superior, change } = await enter({ level: 4 });
    const below = await newPost({ level: 5, superiorPostId: superior });
    const unfit = { code: 'post-below-not-lower', params: { level: 5 } };
    await expect(change({ level: 5 })).rejects.toMatchObject(unfit);
    await expect(change({ superiorPostId: below })).rejects.toMatchObject({ code: 'circle-of-posts' });
    const both = await Promise.allSettled([change({ phone: '05462-220001' }), change({ phone: '05462-220002' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('know who stands above them when one moves with those below it, and when several move at once', async () => {
    const [top, other] = [await newPost({ level: 2 }), await newPost({ level: 2 })];
    const middle = await newPost({ level: 3, superiorPostId: top });
    const low = await newPost({ level: 4, superiorPostId: middle });
    const aboveLow = async () => {
      const [post] = await office().rows<{ ids: string[] }>(
        'SELECT to_jsonb(superior_post_ids) AS ids FROM post WHERE id = $1',
        [low],
      );
      return post?.ids;
    };
    const move = (...pairs: (readonly [string, string | null])[]) =>
      office().rows(
        `UPDATE post SET superior_post_id = to_be.above FROM unnest($1::uuid[], $2::uuid[]) AS to_be (id, above)
         WHERE post.id = to_be.id`,
        [pairs.map(([id]) => id), pairs.map(([, above]) => above)],
      );
    expect(await aboveLow()).toEqual([top, middle].sort());
    await move([middle, other]);
    expect(await aboveLow()).toEqual([other, middle].sort());
    await move([low, top], [middle, null]);
    expect(await aboveLow()).toEqual([top]);
    await move([top, other], [low, middle], [middle, top]);
    expect(await aboveLow()).toEqual([top, middle, other].sort());
    await expect(move([top, low], [other, top])).rejects.toMatchObject({ constraint: 'no_circle_of_superiors' });
  });

  it('bear a duty under the Right to Information Act one at a time, and none once they are abolished', async () => {
    const { id, change } = await enter({ informationRole: 'information_officer' });
    const other = await enter({});
    const taken = { code: 'information-role-taken', params: { post: expect.anything() as unknown } };
    await expect(other.change({ informationRole: 'information_officer' })).rejects.toMatchObject(taken);
    await expect(newPost({ informationRole: 'information_officer' })).rejects.toMatchObject(taken);
    expect(await change({})).toEqual({ id, version: 1 });
    await office().get(AbolishPost).execute(kept.administrator, id, { reason: REASON });
    await other.change({ informationRole: 'information_officer' });
  });

  it('are abolished when nothing hangs on them, and then nothing goes to them', async () => {
    const id = await newPost();
    const { id: personId } = await newPerson();
    const { id: tenureId } = await join({ personId, postId: id });
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const send = (file: string) =>
      office()
        .get(ForwardFile)
        .execute(so, file, { toPostId: id, action: 'for_necessary_action', ...WORDS });
    await send(fileId);
    const abolish = () => office().get(AbolishPost).execute(kept.administrator, id, { reason: REASON });
    await expect(abolish()).rejects.toMatchObject({ code: 'post-in-use', params: { files: 1, holders: 1 } });
    await office().get(PullBackFile).execute(so, fileId, {});
    const ending = { untilOn: await today(), untilHalf: 'afternoon', now: true, orderReference: ORDER } as const;
    const end = () =>
      office()
        .get(EndTenure)
        .execute(kept.administrator, tenureId, { cause: 'retired', ...ending });
    await end();
    await expect(end()).rejects.toMatchObject({ code: 'tenure-ended' });
    await abolish();
    await expect(abolish()).rejects.toMatchObject({ code: 'post-abolished' });
    const { fileId: another } = await office().newFile(so);
    await expect(send(another)).rejects.toMatchObject({ code: 'unknown-post' });
    await expect(office().rows('UPDATE desk_entry SET post_id = $2 WHERE id = $1', [another, id])).rejects.toThrow(
      'nothing goes to a post that is abolished',
    );
  });
});

describe('who holds a post', () => {
  const half = (personId: string, postId: string, days: Partial<NewTenure>) => join({ personId, postId, ...days });

  it('takes charge when the last is relieved, on one day by halves', async () => {
    const postId = await newPost();
    const [first, second] = [await newPerson(), await newPerson()];
    const { id: tenureId } = await half(first.id, postId, { fromOn: '2026-01-01' });
    await expect(half(second.id, postId, { fromOn: '2026-06-01' })).rejects.toMatchObject({ code: 'post-held-then' });
    const ending = { cause: 'transferred', untilOn: '2030-03-01', now: false, orderReference: ORDER } as const;
    const end = (untilHalf: 'forenoon' | 'afternoon') =>
      office()
        .get(EndTenure)
        .execute(kept.administrator, tenureId, { ...ending, untilHalf });
    await end('afternoon');
    await expect(half(second.id, postId, { fromOn: '2030-03-01' })).rejects.toMatchObject({ code: 'post-held-then' });
    await end('forenoon');
    await expect(half(second.id, postId, { fromOn: '2030-03-01' })).rejects.toMatchObject({ code: 'post-held-then' });
    await half(second.id, postId, { fromOn: '2030-03-01', fromHalf: 'afternoon' });
    const held = await office().rows('SELECT until_forenoon, end_order FROM tenure WHERE id = $1', [tenureId]);
    expect(held).toEqual([{ until_forenoon: true, end_order: ORDER }]);
  });

  it('is not prolonged into the time of the next, nor beside another charge of the same post', async () => {
    const postId = await newPost();
    const [first, second] = [await newPerson(), await newPerson()];
    const days = { fromOn: '2026-01-01', untilOn: '2040-01-31' };
    const { id: tenureId } = await half(first.id, postId, days);
    await half(second.id, postId, { fromOn: '2040-03-01' });
    const ending = { cause: 'relieved', untilHalf: 'afternoon', now: false, orderReference: ORDER } as const;
    const end = (untilOn: string) =>
      office()
        .get(EndTenure)
        .execute(kept.administrator, tenureId, { ...ending, untilOn });
    await expect(end('2040-03-01')).rejects.toMatchObject({ code: 'post-held-then' });
    await end('2040-02-28');
    await half(first.id, postId, { kind: 'additional', fromOn: '2040-05-01' });
    await expect(end('2040-06-01')).rejects.toMatchObject({ code: 'post-held-then' });
  });

  it('is not said backwards, without a last day of a link officer, or of one who is not there', async () => {
    const postId = await newPost();
    const { id: personId } = await newPerson();
    const backwards = half(personId, postId, { fromOn: '2027-02-01', untilOn: '2027-01-01' });
    await expect(backwards).rejects.toMatchObject({ code: 'tenure-backwards' });
    const { id: tenureId } = await half(personId, postId, { fromOn: '2026-03-02', fromHalf: 'afternoon' });
    const end = (untilOn: string, untilHalf: 'forenoon' | 'afternoon', now = false) =>
      office()
        .get(EndTenure)
        .execute(kept.administrator, tenureId, { cause: 'relieved', untilOn, untilHalf, now, orderReference: ORDER });
    const early = { code: 'before-joining', params: { day: '2026-03-02' } };
    await expect(end('2026-03-01', 'afternoon')).rejects.toMatchObject(early);
    await expect(end('2026-03-02', 'forenoon')).rejects.toMatchObject(early);
    await expect(end('2026-03-02', 'afternoon', true)).rejects.toMatchObject({ code: 'not-today' });
    await expect(half(personId, postId, { kind: 'additional' })).rejects.toMatchObject({ code: 'post-held-then' });
    await expect(half(personId, postId, { kind: 'link' })).rejects.toMatchObject({ code: 'last-day-needed' });
    await expect(half(uuidv7(), postId, {})).rejects.toMatchObject({ code: 'no-such-person' });
    await expect(half(personId, uuidv7(), {})).rejects.toMatchObject({ code: 'unknown-post' });
  });

  it('is revoked before it begins', async () => {
    const postId = await newPost();
    const { id: personId } = await newPerson();
    const days = { fromOn: '2040-01-01', untilOn: '2040-02-01' };
    const { id: tenureId } = await half(personId, postId, days);
    const now = { untilOn: await today(), untilHalf: 'afternoon', now: true, orderReference: ORDER } as const;
    await office()
      .get(EndTenure)
      .execute(kept.administrator, tenureId, { cause: 'relieved', ...now });
    const ended = await office().rows('SELECT until_on::text FROM tenure WHERE id = $1', [tenureId]);
    expect(ended).toEqual([{ until_on: '2040-01-01' }]);
    await half((await newPerson()).id, postId, days);
  });

  it('is not the last administrator who is relieved', async () => {
    const [{ id: tenureId } = { id: '' }] = await office().rows<{ id: string }>(
      'SELECT id FROM tenure WHERE user_id = $1',
      [kept.administrator.userId],
    );
    const ending = { cause: 'retired', untilOn: await today(), untilHalf: 'afternoon', orderReference: ORDER } as const;
    const end = (now: boolean) =>
      office()
        .get(EndTenure)
        .execute(kept.administrator, tenureId, { ...ending, now });
    await expect(end(true)).rejects.toMatchObject({ code: 'last-administrator' });
    await expect(end(false)).rejects.toMatchObject({ code: 'last-administrator' });
    const other = await newPerson();
    await join({ personId: other.id, postId: await newPost({ roles: ['administrator'] }) });
    await end(false);
  });
});
