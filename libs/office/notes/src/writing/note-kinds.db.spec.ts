import type { Actor } from '@patravali/authorization';
import { ForwardFile as ForwardFileRequest, NoteContent, type NoteKind, PageQuery } from '@patravali/contract';
import { FileHistory, FileViewQuery } from '@patravali/files';
import { canonicalHash } from '@patravali/ledger';
import { ForwardFile, PutUpForCorrection, ReturnCorrection } from '@patravali/movement';
import { ListNoteNumbers, ListNotes, ListNoteVersions } from '@patravali/notes';
import { useOffice } from '../../../../../test/support/office/office';
import { AddNote } from './add-note';
import { ChangeNote } from './change-note';
import { ConfirmNote } from './confirm-note';
import { TakeBackNote } from './take-back-note';

const missing = (): never => {
  throw new Error('The sheet is empty');
};

describe('the kinds of notes', () => {
  const office = useOffice({ holds: 'section' });
  const said = (kind?: NoteKind, mainNote?: number, text = 'मामला संक्षेप में।') =>
    NoteContent.parse({
      text: { version: 1, paragraphs: text === '' ? [] : [{ children: [{ type: 'text', text }] }] },
      ...(kind && { kind }),
      ...(mainNote && { mainNote }),
    });
  const send = (by: Actor, fileId: string, to: Actor, note?: NoteContent) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, ForwardFileRequest.parse({ toPostId: to.postId, note, confirmNote: true }));
  const sheet = async (by: Actor, fileId: string) => {
    const { items } = await office().get(ListNotes).execute(by, fileId, PageQuery.parse({}));
    return items.map(({ number, kind, mainNote, sections }) => [number, kind, mainNote, sections]);
  };

  const view = (by: Actor, fileId: string) => office().get(FileViewQuery).execute(by, fileId);

  it('are kept from the first key to the sheet, and known with the numbers', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    const { version } = await office().get(AddNote).execute(so, fileId, said('running_summary'));
    await office().get(ChangeNote).execute(so, fileId, said('self_contained'), version);
    expect((await view(so, fileId)).pendingNote).toMatchObject({ kind: 'self_contained', mainNote: null });
    await office().get(ConfirmNote).execute(so, fileId);
    await office().get(TakeBackNote).execute(so, fileId);
    expect((await view(so, fileId)).pendingNote).toMatchObject({ kind: 'self_contained', colour: 'yellow' });
    await send(so, fileId, us);
    await send(us, fileId, so, said('sectional', 1));
    await send(so, fileId, us, said());
    expect(await sheet(us, fileId)).toEqual([
      [1, 'self_contained', null, [2]],
      [2, 'sectional', 1, []],
      [3, 'ordinary', null, []],
    ]);
    const { items: events } = await office()
      .get(FileHistory)
      .execute(us, fileId, PageQuery.parse({ limit: 50 }));
    const sent = events.filter(({ name }) => name === 'file.forwarded');
    expect(sent.map(({ data }) => data.noteKind)).toEqual(['self_contained', 'sectional', undefined]);
    const numbers = (from: number, limit: number) => office().get(ListNoteNumbers).execute(us, fileId, { from, limit });
    const { items, next } = await numbers(1, 2);
    expect([items.map(({ kind }) => kind), next !== null]).toEqual([['self_contained', 'sectional'], true]);
    expect((await numbers(3, 2)).items.map(({ number, kind }) => [number, kind])).toEqual([[3, 'ordinary']]);
  });

  it('go with the note for correction, and each version says of which it was', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    await send(so, fileId, us, said());
    await send(us, fileId, so, said());
    await office().get(AddNote).execute(so, fileId, said('sectional', 1));
    await office().get(PutUpForCorrection).execute(so, fileId, { toPostId: us.postId });
    const { version } = (await view(us, fileId)).pendingNote ?? missing();
    await office().get(ChangeNote).execute(us, fileId, said('sectional', 2), version);
    await office().get(ReturnCorrection).execute(us, fileId, {});
    expect((await view(so, fileId)).pendingNote).toMatchObject({ kind: 'sectional', mainNote: 2 });
    const seen = (await view(so, fileId)).pendingNote ?? missing();
    await office().get(ChangeNote).execute(so, fileId, said('running_summary'), seen.version);
    const { items } = await office().get(ListNoteVersions).execute(so, fileId, PageQuery.parse({}));
    expect(items.map(({ kind, mainNote }) => [kind, mainNote])).toEqual([
      ['sectional', 1],
      ['sectional', 2],
      ['running_summary', null],
    ]);
    await office().get(PutUpForCorrection).execute(so, fileId, { toPostId: us.postId });
    await office().get(ConfirmNote).execute(us, fileId);
    await send(us, fileId, so);
    expect((await sheet(so, fileId)).at(-1)).toEqual([3, 'running_summary', null, []]);
  });

  it('of which the latest summary and self-contained note are told with the file, by how they begin', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    expect((await view(so, fileId)).pinnedNotes).toEqual([]);
    await send(so, fileId, us, said('self_contained', undefined, 'पुराना।'));
    await send(us, fileId, so, said('running_summary'));
    await send(so, fileId, us, said('self_contained', undefined, 'विषय का विवरण\n'.repeat(40)));
    await send(us, fileId, so, said('sectional', 3));
    const [summary, selfContained, ...more] = (await view(so, fileId)).pinnedNotes;
    expect(summary).toEqual({ kind: 'running_summary', number: 2, opening: 'मामला संक्षेप में।' });
    expect(selfContained).toMatchObject({ kind: 'self_contained', number: 3 });
    expect(selfContained?.opening).toMatch(/^(विषय का विवरण )+(विषय |विषय का )?…$/);
    expect(selfContained?.opening.length).toBeLessThan(250);
    expect(more).toEqual([]);
  });

  it('are given to words without paragraph numbers as well', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    const unnumbered = NoteContent.parse({
      text: {
        version: 2,
        blocks: [{ type: 'paragraph', numbered: false, children: [{ type: 'text', text: 'सारांश' }] }],
      },
      kind: 'running_summary',
    });
    await send(so, fileId, us, unnumbered);
    expect(await sheet(us, fileId)).toEqual([[1, 'running_summary', null, []]]);
  });

  it('are part of what is hashed, and an ordinary note is hashed as before there were kinds', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const hashOf = async (note: NoteContent) => {
      const { fileId } = await office().newFile(so);
      await send(so, fileId, us, note);
      const { items } = await office().get(ListNotes).execute(us, fileId, PageQuery.parse({}));
      const { number, firstParagraph, decision, text: content, contentHash } = items[0] ?? missing();
      return [contentHash, canonicalHash({ fileId, number, firstParagraph, content, decision })];
    };
    const [ordinary, withoutKind] = await hashOf(said());
    expect(ordinary).toBe(withoutKind);
    const [summary, withoutItsKind] = await hashOf(said('running_summary'));
    expect(summary).not.toBe(withoutItsKind);
  });

  it.each([
    ['a note that is not there', 9],
    ['a section', 2],
  ])('let no section stand under %s', async (_, mainNote) => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    await send(so, fileId, us, said());
    await send(us, fileId, so, said('sectional', 1));
    const refused = { code: 'main-note-unknown' };
    await expect(office().get(AddNote).execute(so, fileId, said('sectional', mainNote))).rejects.toMatchObject(refused);
    await expect(send(so, fileId, us, said('sectional', mainNote))).rejects.toMatchObject(refused);
    const { version } = await office().get(AddNote).execute(so, fileId, said());
    const changing = office().get(ChangeNote).execute(so, fileId, said('sectional', mainNote), version);
    await expect(changing).rejects.toMatchObject(refused);
  });

  it('want words: without them a note is ordinary', async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    const { fileId } = await office().newFile(so);
    await send(so, fileId, us, said());
    const decided = { ...said('running_summary', undefined, ''), decision: 'approved' } as const;
    await office().get(AddNote).execute(us, fileId, decided);
    await expect(office().get(ConfirmNote).execute(us, fileId)).rejects.toMatchObject({ code: 'note-empty' });
    await expect(send(us, fileId, so)).rejects.toMatchObject({ code: 'note-empty' });
    const wordless = send(us, fileId, so, said('running_summary', undefined, ''));
    await expect(wordless).rejects.toMatchObject({ code: 'note-empty' });
  });

  it('name their main note if they are a section, and only then', () => {
    const { text } = said();
    expect(NoteContent.safeParse({ text, kind: 'sectional' }).success).toBe(false);
    expect(NoteContent.safeParse({ text, mainNote: 1 }).success).toBe(false);
  });
});
