import type { Actor } from '@patravali/authorization';
import { Discussion, ForwardFile as ForwardFileRequest, NoteContent, NoteView, PageQuery } from '@patravali/contract';
import { DeskCountsQuery, DiscussionBox } from '@patravali/desk';
import { CloseFile, FileHistory, FileViewQuery, RegradeFile } from '@patravali/files';
import { canonicalHash } from '@patravali/ledger';
import { ForwardFile, PutUpForCorrection, ReturnCorrection } from '@patravali/movement';
import { AddNote, AnswerDiscussion, ChangeNote, ConfirmNote, ListNotes, ListNoteVersions } from '@patravali/notes';
import { z } from 'zod';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { writeActor, writeLinkOfficer, writeOffice } from '../../../../../test/support/office/rows';

const missing = (): never => {
  throw new Error('nothing is there');
};
const CONFIRMED = { answer: 'confirmed', remarks: null } as const;
const DENIED = { answer: 'not_confirmed', remarks: 'धनराशि पर चर्चा नहीं हुई।' } as const;
const WORDS = { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'दूरभाष पर चर्चा की गई।' }] }] };
const notFound = { code: 'not-found' };

describe('a discussion note', () => {
  const office = useOffice({ holds: 'section' });
  const so = () => office().at('SO');
  const us = () => office().at('US');
  const ds = () => office().at('DS');

  const discussed = (...posts: string[]) =>
    NoteContent.parse({ text: WORDS, kind: 'discussion', discussedWith: posts });
  const send = (by: Actor, fileId: string, to: Actor, note?: NoteContent) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, ForwardFileRequest.parse({ toPostId: to.postId, note, confirmNote: true }));
  const sheet = (by: Actor, fileId: string) =>
    office().named(
      z.array(NoteView),
      everyPage(50, (query) => office().get(ListNotes).execute(by, fileId, query)),
    );
  const listed = async (by: Actor, open?: true) =>
    office().named(
      z.array(Discussion),
      everyPage(1, (query) =>
        office()
          .get(DiscussionBox)
          .execute(by, { ...query, ...(open && { open }) }),
      ),
      by,
    );
  const count = async (by: Actor) => (await office().get(DeskCountsQuery).execute(by)).discussions;
  const answer = (by: Actor, noteId: string, said: typeof CONFIRMED | typeof DENIED = CONFIRMED) =>
    office().get(AnswerDiscussion).execute(by, noteId, said);

  /** A file of the section officer on which he noted a discussion with these, and which he has sent on. */
  const noted = async (...participants: Actor[]) => {
    const { fileId, number } = await office().newFile(so());
    await send(so(), fileId, us(), discussed(...participants.map(({ postId }) => postId)));
    const [{ id } = missing()] = await sheet(so(), fileId);
    return { fileId, number, id };
  };
  /** A person on a post far from the section, who reads none of its files. */
  const stranger = () => office().actor();

  it('keeps with whom it was from the first key to the sheet, in the order of the author', async () => {
    const { fileId } = await office().newFile(so());
    const { version } = await office().get(AddNote).execute(so(), fileId, discussed(us().postId));
    const both = [ds().postId, us().postId];
    await office()
      .get(ChangeNote)
      .execute(so(), fileId, discussed(...both), version);
    const { pendingNote } = await office().get(FileViewQuery).execute(so(), fileId);
    expect(pendingNote).toMatchObject({ kind: 'discussion', discussedWith: both });
    const { items: versions } = await office().get(ListNoteVersions).execute(so(), fileId, PageQuery.parse({}));
    expect(versions.map(({ discussedWith }) => discussedWith)).toEqual([both]);
    await office().get(ConfirmNote).execute(so(), fileId);
    await send(so(), fileId, us());
    await send(us(), fileId, so(), NoteContent.parse({ text: WORDS }));
    const [first, second] = await sheet(so(), fileId);
    expect(first?.discussedWith.map(({ post, person, answered }) => [post.marking, person, answered])).toEqual([
      [ds().post.marking, ds().name, null],
      [us().post.marking, us().name, null],
    ]);
    expect(second?.discussedWith).toEqual([]);
  });

  it('is read by those who took part, and they learn nothing else of the file', async () => {
    const other = await stranger();
    const { fileId, number, id } = await noted(other, ds());
    const [row = missing()] = await listed(other);
    expect(row).toMatchObject({
      id,
      fileNumber: number,
      file: null,
      note: 1,
      author: { name: so().name },
      answered: null,
    });
    expect(JSON.stringify(row)).not.toContain(fileId);
    const [read = missing()] = (await listed(ds())).filter((one) => one.id === id);
    expect(read.file).toEqual({ id: fileId, subject: expect.any(String) as string });
    expect(await count(other)).toBe(1);
    await expect(office().get(FileViewQuery).execute(other, fileId)).rejects.toMatchObject(notFound);
    await expect(office().get(ListNotes).execute(other, fileId, PageQuery.parse({}))).rejects.toMatchObject(notFound);
  });

  it('is out of reach of those who took part and do not read the file, while that is graded above normal', async () => {
    const { fileId, id } = await noted(ds(), us());
    await send(us(), fileId, so(), NoteContent.parse({ text: WORDS }));
    const regrade = async (grading: 'secret' | 'normal') => {
      const { version } = await office().get(FileViewQuery).execute(so(), fileId);
      await office().get(RegradeFile).execute(so(), fileId, { grading, reason: 'जाँच' }, version);
    };
    const before = await count(ds());
    await regrade('secret');
    expect((await listed(ds())).map((row) => row.id)).not.toContain(id);
    expect(await count(ds())).toBe(before - 1);
    await expect(answer(ds(), id)).rejects.toMatchObject(notFound);
    // Who has held the file reads it, and answers.
    await expect(answer(us(), id)).resolves.toEqual({ id });
    await regrade('normal');
    await expect(answer(ds(), id)).resolves.toEqual({ id });
  });

  it('is listed the latest first, page by page, and by what awaits an answer', async () => {
    const other = await stranger();
    const [first, second, third] = [await noted(other), await noted(other), await noted(other)];
    expect((await listed(other)).map(({ id }) => id)).toEqual([third.id, second.id, first.id]);
    await answer(other, second.id, DENIED);
    expect((await listed(other, true)).map(({ id }) => id)).toEqual([third.id, first.id]);
    expect(await count(other)).toBe(2);
    expect((await listed(other))[1]?.answered).toMatchObject({ ...DENIED, by: { name: other.name } });
  });

  it('is answered by each of them once; the sheet and the history tell it, the history without the remarks', async () => {
    const other = await stranger();
    const { fileId, id } = await noted(other, us());
    await answer(other, id, DENIED);
    await answer(us(), id);
    for (const said of [CONFIRMED, DENIED])
      await expect(answer(other, id, said)).rejects.toMatchObject({ code: 'discussion-answered' });
    const [{ discussedWith } = missing()] = await sheet(so(), fileId);
    expect(discussedWith.map(({ answered }) => [answered?.answer, answered?.remarks, answered?.by.post.id])).toEqual([
      ['not_confirmed', DENIED.remarks, other.postId],
      ['confirmed', null, us().postId],
    ]);
    const { items } = await office()
      .get(FileHistory)
      .execute(so(), fileId, PageQuery.parse({ limit: 50 }));
    const told = items.filter(({ name }) => name === 'discussion.answered');
    expect(told.map(({ data, by, reason }) => [data, by?.name, reason])).toEqual([
      [{ note: 1, answer: 'not_confirmed' }, other.name, null],
      [{ note: 1, answer: 'confirmed' }, us().name, null],
    ]);
  });

  it('is answered once, also when two answers of one person arrive together', async () => {
    const other = await stranger();
    const { id } = await noted(other);
    const both = await Promise.allSettled([answer(other, id, CONFIRMED), answer(other, id, DENIED)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'discussion-answered' } });
    expect(await office().rows('SELECT FROM participant_answer WHERE user_id = $1', [other.userId])).toHaveLength(1);
  });

  it('waits for nobody: the file moves and is closed, and is answered after that', async () => {
    const { fileId, id } = await noted(ds());
    await office().get(CloseFile).execute(us(), fileId, { reason: 'निस्तारित', confirmNote: false });
    await answer(ds(), id);
    const [{ discussedWith } = missing()] = await sheet(so(), fileId);
    expect(discussedWith[0]?.answered?.answer).toBe('confirmed');
  });

  it('is not there for anybody else: the author, a reader of the file, another office, the assistant', async () => {
    const { id } = await noted(us());
    const { id: ordinary } = await noted(ds());
    const elsewhere = await writeActor(office().owner, await writeOffice(office().owner), {});
    const others = [so(), ds(), await stranger(), elsewhere, await office().assistantOf(us())];
    for (const by of others) {
      await expect(answer(by, id)).rejects.toMatchObject(notFound);
      expect((await listed(by)).map((one) => one.id)).not.toContain(id);
    }
    await expect(answer(us(), ordinary)).rejects.toMatchObject(notFound);
    await expect(answer(us(), crypto.randomUUID())).rejects.toMatchObject(notFound);
    expect(await count(others.at(-1) ?? missing())).toBe(0);
  });

  it('is of the person and of the post: neither whoever succeeds there nor the person from another post answers', async () => {
    const other = await stranger();
    const { id } = await noted(other);
    const successor = { ...(await stranger()), postId: other.postId, post: other.post, ability: other.ability };
    const elsewhere = await stranger();
    const transferred = { ...elsewhere, userId: other.userId, name: other.name };
    for (const by of [successor, transferred]) {
      await expect(answer(by, id)).rejects.toMatchObject(notFound);
      expect(await listed(by)).toEqual([]);
      expect(await count(by)).toBe(0);
    }
    await answer(other, id);
  });

  it('names whoever acts from the post: the link officer, while there is one', async () => {
    const absent = await stranger();
    const link = await writeLinkOfficer(office().owner, ours(), absent);
    const { fileId, id } = await noted(absent);
    const [{ discussedWith } = missing()] = await sheet(so(), fileId);
    expect(discussedWith[0]?.person).toEqual(link.name);
    await expect(answer(absent, id)).rejects.toMatchObject(notFound);
    await answer(link, id);
    const [after = missing()] = await sheet(so(), fileId);
    expect(after.discussedWith[0]?.answered?.by).toMatchObject({ capacity: 'link', actingFor: absent.name });
  });

  it.each([
    ['a post that is not there', 'unknown-post', () => Promise.resolve(crypto.randomUUID())],
    ['a post of another office', 'unknown-post', async () => (await foreigner()).postId],
    ['a vacant post', 'post-vacant', async () => (await vacant()).postId],
    ['the post of an assistant alone', 'post-vacant', async () => (await withAssistantAlone()).postId],
    ['the post of the author', 'discussed-with-oneself', () => Promise.resolve(so().postId)],
    ['another post of the author', 'discussed-with-oneself', () => secondPostOf(so())],
  ])('is refused that names %s, when it is saved and when it is sent', async (_, code, postOf) => {
    const postId = await postOf();
    const { fileId } = await office().newFile(so());
    const note = discussed(us().postId, postId);
    const refused = (within: string) => ({
      code,
      errors: [{ pointer: `${within}/discussedWith/1`, detail: code }],
    });
    await expect(office().get(AddNote).execute(so(), fileId, note)).rejects.toMatchObject(refused('#'));
    await expect(send(so(), fileId, us(), note)).rejects.toMatchObject(refused('#/note'));
    const { version } = await office().get(AddNote).execute(so(), fileId, discussed(us().postId));
    const changing = office().get(ChangeNote).execute(so(), fileId, note, version);
    await expect(changing).rejects.toMatchObject(refused('#'));
  });

  it('is not frozen when a post has become vacant since it was saved, whatever the act', async () => {
    const other = await stranger();
    const { fileId } = await office().newFile(so());
    await office().get(AddNote).execute(so(), fileId, discussed(other.postId));
    await office().get(ConfirmNote).execute(so(), fileId);
    await leave(other);
    await expect(send(so(), fileId, us())).rejects.toMatchObject({ code: 'post-vacant' });
    const closing = office().get(CloseFile).execute(so(), fileId, { reason: 'x', confirmNote: true });
    await expect(closing).rejects.toMatchObject({ code: 'post-vacant' });
    expect(await sheet(so(), fileId)).toEqual([]);
  });

  it('may name the superior who corrects it, but not as the author who makes it his own', async () => {
    const { fileId } = await office().newFile(so());
    await office().get(AddNote).execute(so(), fileId, discussed(us().postId));
    await office().get(PutUpForCorrection).execute(so(), fileId, { toPostId: us().postId });
    const seen = async (by: Actor) => (await office().get(FileViewQuery).execute(by, fileId)).pendingNote ?? missing();
    const { version, discussedWith } = await seen(us());
    expect(discussedWith).toEqual([us().postId]);
    await office().get(ChangeNote).execute(us(), fileId, discussed(us().postId, ds().postId), version);
    const confirming = office().get(ConfirmNote).execute(us(), fileId);
    await expect(confirming).rejects.toMatchObject({ code: 'discussed-with-oneself' });
    await office().get(ReturnCorrection).execute(us(), fileId, {});
    expect((await seen(so())).discussedWith).toEqual([us().postId, ds().postId]);
    await send(so(), fileId, us());
    const [{ discussedWith: frozen } = missing()] = await sheet(so(), fileId);
    expect(frozen.map(({ post }) => post.id)).toEqual([us().postId, ds().postId]);
  });

  it('has those who took part in its hash', async () => {
    const { fileId } = await noted(us(), ds());
    const [{ number, firstParagraph, decision, kind, text: content, contentHash } = missing()] = await sheet(
      so(),
      fileId,
    );
    const said = { fileId, number, firstParagraph, content, decision, kind };
    const discussedWith = [us(), ds()].map(({ postId, userId }) => ({ postId, userId }));
    expect(contentHash).toBe(canonicalHash({ ...said, discussedWith }));
    expect(contentHash).not.toBe(canonicalHash({ ...said, discussedWith: discussedWith.toReversed() }));
  });

  it('names one post at least, each once, and words what was said', async () => {
    const [text, kind] = [WORDS, 'discussion'];
    for (const wrong of [{}, { discussedWith: [] }, { discussedWith: [us().postId, us().postId] }])
      expect(NoteContent.safeParse({ text, kind, ...wrong }).success).toBe(false);
    expect(NoteContent.safeParse({ text, discussedWith: [us().postId] }).success).toBe(false);
    const { fileId } = await office().newFile(so());
    const wordless = { ...discussed(us().postId), text: { version: 1 as const, paragraphs: [] } };
    await expect(send(so(), fileId, us(), wordless)).rejects.toMatchObject({ code: 'note-empty' });
  });

  const ours = () => {
    const { id, headId, unitId } = office();
    return { id, headId, units: { EST: unitId, FIN: unitId } };
  };
  const foreigner = async () => writeActor(office().owner, await writeOffice(office().owner), {});
  const leave = ({ postId }: Actor) =>
    office().rows(`UPDATE tenure SET until_on = india_today() - 1 WHERE post_id = $1 AND kind <> 'assistant'`, [
      postId,
    ]);
  const vacant = async () => {
    const other = await stranger();
    await leave(other);
    return other;
  };
  const withAssistantAlone = async () => {
    const other = await vacant();
    await office().assistantOf(other);
    return other;
  };
  const secondPostOf = async ({ organisationId, userId }: Actor) => {
    const other = await vacant();
    await office().rows(
      `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
       VALUES (gen_random_uuid(), $1, $2, $3, 'additional', '2020-01-01')`,
      [organisationId, userId, other.postId],
    );
    return other.postId;
  };
});
