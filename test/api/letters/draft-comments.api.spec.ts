import type { Actor } from '@patravali/authorization';
import type { DraftComment, Page } from '@patravali/contract';
import { useApi } from '../../support/http/api';
import { aLetter, openAFile } from '../../support/http/clerks';
import { WORDS } from '../../support/office/words';

const WHOLE = { words: 'सन्दर्भ जोड़ें।' };
const ON_THE_SUBJECT = { passage: { part: 'subject', quote: 'सड़क', occurrence: 3 }, words: 'कौन सी सड़क?' };

describe('Comments on a draft', () => {
  const api = useApi();
  let people: Record<'officer' | 'clerk' | 'superior' | 'cosigner' | 'stranger' | 'assistant', Actor>;
  let draftId: string;
  beforeAll(async () => {
    const { office } = api();
    const superior = await office.actor({ marking: 'DS(GAD)' });
    const officer = await office.actor({ marking: 'AO(EST)', superior });
    const clerk = await office.actor({ marking: 'DH(EST)-1', roles: ['dealing_hand'], superior: officer });
    const cosigner = await office.actor({ marking: 'AO(FIN)' });
    const stranger = await office.actor({ marking: 'AO(REV)' });
    people = { officer, clerk, superior, cosigner, stranger, assistant: await office.assistantOf(superior) };
  });
  beforeEach(async () => {
    const fileId = await openAFile(api(), people.clerk);
    const { officer, clerk, cosigner } = people;
    const content = { ...aLetter(officer.postId), coSignatoryPostIds: [cosigner.postId] };
    draftId = (await done(clerk, `/files/${fileId}/drafts`, { content })).id;
    await done(clerk, `/files/${fileId}/forward`, { toPostId: officer.postId, ...WORDS });
  });

  const ask = (by: Actor, path: string, body?: object) => api().as(by, 'post', path, body ? { body } : {});
  async function done(by: Actor, path: string, body?: object): Promise<{ id: string }> {
    const { status, text, body: answer } = await ask(by, path, body);
    if (status >= 300) throw new Error(text);
    return answer as { id: string };
  }
  const comment = (by: Actor, body: object = WHOLE) => ask(by, `/drafts/${draftId}/comments`, body);
  const commented = (by: Actor, body: object = WHOLE) => done(by, `/drafts/${draftId}/comments`, body);
  const answer = (by: Actor, id: string) => ask(by, `/draft-comments/${id}/answers`, { words: 'जोड़ दिया।' });
  const resolve = (by: Actor, id: string) => ask(by, `/draft-comments/${id}/resolve`);
  const refused = (code: string) => ({ body: expect.objectContaining({ code }) as object });
  const read = (by: Actor) => api().as(by, 'get', `/drafts/${draftId}/comments`);
  const seen = async (by: Actor) => ((await read(by)).body as Page<DraftComment>).items;
  const to = (...posts: readonly Actor[]) => ({ ...WHOLE, toPostIds: posts.map(({ postId }) => postId) });

  it('keep the version and the passage on which they were made, are answered, and are resolved once', async () => {
    const { officer, clerk } = people;
    const { id } = await commented(officer, ON_THE_SUBJECT);
    expect((await answer(clerk, id)).status).toBe(201);
    expect(await seen(clerk)).toMatchObject([
      {
        id,
        draftVersion: 1,
        words: ON_THE_SUBJECT.words,
        readers: null,
        resolved: null,
        // The subject says the word once.
        passage: { part: 'subject', quote: 'सड़क', occurrence: 1 },
        by: { post: officer.postId },
        answers: [{ words: 'जोड़ दिया।', by: { post: clerk.postId } }],
        mayAnswer: true,
        mayResolve: false,
      },
    ]);
    expect(await resolve(clerk, id)).toMatchObject(refused('not-allowed'));
    expect((await resolve(officer, id)).status).toBe(200);
    expect(await resolve(officer, id)).toMatchObject(refused('comment-resolved'));
    expect(await answer(clerk, id)).toMatchObject(refused('comment-resolved'));
    expect(await seen(officer)).toMatchObject([
      { resolved: { by: { post: officer.postId } }, mayAnswer: false, mayResolve: false },
    ]);
  });

  it('are resolved by their author, or by whoever may write the draft', async () => {
    const { officer, clerk, superior } = people;
    const [own, other] = [await commented(clerk), await commented(superior)];
    expect((await resolve(clerk, own.id)).status).toBe(200);
    expect(await resolve(clerk, other.id)).toMatchObject(refused('not-allowed'));
    expect((await resolve(officer, other.id)).status).toBe(200);
  });

  it('for some posts are found by these and their author alone', async () => {
    const { officer, clerk, superior, cosigner, assistant } = people;
    const { id } = await commented(officer, to(superior));
    const open = await commented(officer, ON_THE_SUBJECT);
    expect((await seen(superior)).map((each) => each.id)).toEqual([id, open.id]);
    expect((await seen(officer))[0]?.readers).toEqual([officer.postId, superior.postId]);
    for (const other of [clerk, cosigner, assistant])
      expect((await seen(other)).map((each) => each.id)).toEqual([open.id]);
    expect(await answer(clerk, id)).toMatchObject(refused('not-found'));
    expect(await resolve(clerk, id)).toMatchObject(refused('not-found'));
    expect((await answer(superior, id)).status).toBe(201);
  });

  it('are for posts that may read them, wherever the file is', async () => {
    const { officer, cosigner, stranger } = people;
    expect(await comment(officer, to(stranger))).toMatchObject({
      body: { code: 'not-a-reader', params: { post: 'AO(REV)' }, errors: [{ pointer: '#/toPostIds/0' }] },
    });
    const nobody = { ...WHOLE, toPostIds: [draftId] };
    expect(await comment(officer, nobody)).toMatchObject(refused('unknown-post'));
    const { id } = await commented(officer, to(cosigner));
    expect(await seen(cosigner)).toMatchObject([{ id, mayAnswer: false, mayResolve: false }]);
  });

  it('are made by whoever reads the file: a co-signatory reads them, an assistant says nothing, others find nothing', async () => {
    const { officer, cosigner, stranger, assistant } = people;
    const { id } = await commented(officer);
    expect(await seen(cosigner)).toMatchObject([{ id, mayAnswer: false }]);
    expect(await comment(cosigner)).toMatchObject(refused('not-found'));
    expect(await comment(assistant)).toMatchObject(refused('not-for-assistants'));
    expect(await answer(assistant, id)).toMatchObject(refused('not-for-assistants'));
    expect(await seen(assistant)).toMatchObject([{ id, mayAnswer: false, mayResolve: false }]);
    for (const asked of [read(stranger), comment(stranger), answer(stranger, id), resolve(stranger, id)])
      expect(await asked).toMatchObject({ status: 404, ...refused('not-found') });
  });

  it('are read by an auditor, who changes nothing', async () => {
    const auditor = await api().office.actor({ marking: 'AUD', roles: ['auditor'] });
    const { id } = await commented(people.officer);
    expect(await seen(auditor)).toMatchObject([{ id, mayAnswer: false, mayResolve: false }]);
    for (const asked of [comment(auditor), answer(auditor, id), resolve(auditor, id)])
      expect(await asked).toMatchObject({ status: 403, ...refused('not-allowed') });
    const { body } = await api().as(auditor, 'get', `/drafts/${draftId}`);
    expect(body).toMatchObject({ allowedMoves: [], mayName: false, mayComment: false });
  });

  it('mark words that are there', async () => {
    const gone = { passage: { part: 'body', quote: 'सेतु', occurrence: 1 }, words: 'x' };
    expect(await comment(people.officer, gone)).toMatchObject({ status: 409, ...refused('passage-gone') });
  });

  it('come to an end when the draft is cancelled, and stay', async () => {
    const { officer, clerk } = people;
    const { id } = await commented(clerk);
    await done(officer, `/drafts/${draftId}/cancel`, { reason: 'अनावश्यक' });
    for (const asked of [comment(officer), answer(officer, id), resolve(officer, id)])
      expect(await asked).toMatchObject({ status: 409, ...refused('comments-ended') });
    expect(await seen(clerk)).toMatchObject([{ id, mayAnswer: false, mayResolve: false }]);
  });

  it('leave none of their words, and not for whom they were, among the events', async () => {
    const { officer, clerk, superior } = people;
    const { id } = await commented(officer, { ...to(superior), words: 'गोपनीय शब्द' });
    await answer(superior, id);
    await resolve(officer, id);
    const events = await api().office.rows<{ name: string; data: object }>(
      `SELECT name, data FROM event WHERE related_id = $1 AND name LIKE 'draft.comment%' ORDER BY id`,
      [draftId],
    );
    const data = { ordinal: 1, draftVersion: 1 };
    expect(events).toEqual(
      ['draft.commented', 'draft.comment_answered', 'draft.comment_resolved'].map((name) => ({ name, data })),
    );
    expect(JSON.stringify(await api().office.rows('SELECT * FROM event'))).not.toContain('गोपनीय शब्द');
    expect((await seen(clerk)).length).toBe(0);
  });
});
