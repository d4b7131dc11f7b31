import type { Actor } from '@patravali/authorization';
import { Suggestion } from '@patravali/contract';
import { ForwardFile, PullBackFile, ReturnFile } from '@patravali/movement';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type NewPost, useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';
import { suggestionsFor, type WhereTo } from './suggestions';

const office = useOffice({ holds: 'section' });

describe('whom the office suggests to send a file to', () => {
  /** Of a file that the actor opened, and on which nobody has noted. */
  const ofOwnFile = ({ postId }: Actor, sender: Actor | null = null): WhereTo => ({
    fileId: randomUUID(),
    openerPostId: postId,
    senderPostId: sender?.postId ?? null,
  });
  const suggestedFor = async (actor: Actor, where: WhereTo) => {
    const rows = await office().named(z.array(Suggestion), suggestionsFor(office().manager, actor, where));
    return rows.map(({ post, why }) => `${post.marking} ${why}`);
  };
  const suggested = (actor: Actor, sender: Actor | null = null) => suggestedFor(actor, ofOwnFile(actor, sender));
  const forward = async (by: Actor, to: Actor) => {
    const { fileId } = await office().newFile(by);
    await office()
      .get(ForwardFile)
      .execute(by, fileId, { toPostId: to.postId, action: 'put_up', ...WORDS });
    return fileId;
  };
  const often = async (by: Actor, to: Actor, times: number) => {
    for (let time = 0; time < times; time++) await forward(by, to);
  };
  const newPost = (marking: string, more: NewPost = {}) => office().actor({ marking, ...more });

  it('is the superior first, with the name of its holder', async () => {
    const [first, ...others] = await suggestionsFor(office().manager, office().at('SO'), ofOwnFile(office().at('SO')));
    expect(first).toMatchObject({ why: 'superior', post: office().at('US').postId, holder: { en: 'US person' } });
    expect(others).toEqual([]);
    expect(await suggested(office().at('DS'))).toEqual([]);
  });

  it('is then who sent it, unless that is the superior', async () => {
    expect(await suggested(office().at('SO'), office().at('ASO'))).toEqual(['US superior', 'ASO sender']);
    expect(await suggested(office().at('SO'), office().at('US'))).toEqual(['US superior']);
  });

  it('is then whom the post forwards to most, those alike by their marking, five in all', async () => {
    const by = await newPost('BUSY', { superior: office().at('DS') });
    const [b, a] = [await newPost('B'), await newPost('A')];
    const [most, fewer, fewest] = [await newPost('MOST'), await newPost('FEWER'), await newPost('FEWEST')];
    const sixth = await newPost('SIXTH');
    await often(by, most, 4);
    await often(by, b, 2);
    await often(by, a, 2);
    expect(await suggested(by)).toEqual(['DS superior', 'MOST frequent', 'A frequent', 'B frequent']);
    await often(by, fewer, 3);
    expect(await suggested(by, b)).toEqual([
      'DS superior',
      'B sender',
      'MOST frequent',
      'FEWER frequent',
      'A frequent',
    ]);
    await often(by, fewest, 1);
    await often(by, sixth, 1);
    await often(by, office().at('DS'), 5);
    expect(await suggested(by)).toEqual(['DS superior', 'MOST frequent', 'FEWER frequent', 'A frequent', 'B frequent']);
  });

  it("counts what the post itself forwarded, not what it returned or pulled back, and nobody else's", async () => {
    const [by, to, back] = [await newPost('COUNTED'), await newPost('TO'), await newPost('BACK')];
    const pulled = await forward(by, to);
    await office().get(PullBackFile).execute(by, pulled, {});
    const returned = await forward(back, by);
    await office().get(ReturnFile).execute(by, returned, { reason: 'अपूर्ण', confirmNote: false });
    expect(await suggested(by)).toEqual(['TO frequent']);
    expect(await suggested(to)).toEqual([]);
  });

  it('is who opened the file and who is on its sheet, the last first, before whom the post sends to most', async () => {
    const [by, opener, noted, last, most] = [
      await newPost('DECIDES'),
      await newPost('OPENED'),
      await newPost('NOTED'),
      await newPost('NOTED LAST'),
      await newPost('USUAL'),
    ];
    await often(by, most, 2);
    const { fileId } = await office().newFile(opener);
    for (const [from, to] of [
      [opener, noted],
      [noted, last],
      [last, noted],
      [noted, by],
    ] as const)
      await office()
        .get(ForwardFile)
        .execute(from, fileId, { toPostId: to.postId, action: 'put_up', ...WORDS });
    const file = { fileId, openerPostId: opener.postId };
    expect(await suggestedFor(by, { ...file, senderPostId: noted.postId })).toEqual([
      'NOTED sender',
      'OPENED opener',
      'NOTED LAST on_sheet',
      'USUAL frequent',
    ]);
    expect(await suggestedFor(by, { ...file, senderPostId: null })).toEqual([
      'OPENED opener',
      'NOTED on_sheet',
      'NOTED LAST on_sheet',
      'USUAL frequent',
    ]);
  });

  it('is the way back before the way up, and the way down before the superior, once the file has been as high', async () => {
    const [by, next, sender] = [
      await newPost('DISPOSES', { superior: office().at('DS') }),
      await newPost('NEXT'),
      await newPost('SENT'),
    ];
    const back = await newPost('JUMPED');
    const where: WhereTo = {
      ...ofOwnFile(by, sender),
      nextPostId: next.postId,
      wayBackPostId: back.postId,
    };
    expect(await suggestedFor(by, where)).toEqual(['NEXT channel', 'JUMPED way_back', 'DS superior', 'SENT sender']);
    expect(await suggestedFor(by, { ...where, comesDown: true, isFinal: true })).toEqual([
      'JUMPED way_back',
      'NEXT channel',
      'SENT sender',
      'DS superior',
    ]);
  });

  it('says what each is likely asked: a superior or a higher post to decide, another to do what is necessary', async () => {
    const superior = await newPost('SUPERIOR', { level: 8 });
    const by = await newPost('MIDDLE', { superior, level: 5 });
    const [higher, lower] = [await newPost('HIGHER', { level: 3 }), await newPost('LOWER', { level: 7 })];
    await often(by, lower, 2);
    await often(by, higher, 1);
    const suggestions = await suggestionsFor(office().manager, by, ofOwnFile(by));
    expect(suggestions.map(({ post, action }) => [post, action])).toEqual([
      [superior.postId, 'put_up'],
      [lower.postId, 'for_necessary_action'],
      [higher.postId, 'put_up'],
    ]);
  });

  it('is nobody who can hold no file, and never the post itself', async () => {
    const self = await newPost('SELF', { superior: office().at('AUDIT') });
    expect(await suggested(self)).toEqual([]);
    expect(await suggested(self, self)).toEqual([]);
    expect(await suggested(self, office().at('AUDIT'))).toEqual([]);
  });
});
