import type { Actor } from '@patravali/authorization';
import { FileView, NoteContent, NoteView, PageQuery } from '@patravali/contract';
import { CloseFile, FileHistory, FileViewQuery, IncorporatePart, OpenPart, RegradeFile } from '@patravali/files';
import { ForwardFile, OpenFile, ReturnFile } from '@patravali/movement';
import { AddNote, ListNotes } from '@patravali/notes';
import { z } from 'zod';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const PAGE = PageQuery.parse({});
const RACES = 10;

describe('a part of a file', () => {
  const office = useOffice({ holds: 'section' });
  let clerk: Actor;
  let officer: Actor;
  let above: Actor;
  beforeAll(() => {
    [clerk, officer, above] = [office().at('ASO'), office().at('SO'), office().at('US')];
  });
  const forward = (by: Actor, fileId: string, to: Actor) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, { toPostId: to.postId, ...WORDS });
  const note = (by: Actor, fileId: string, content: object) =>
    office().get(AddNote).execute(by, fileId, NoteContent.parse(content));
  const onward = (by: Actor, fileId: string, to: Actor) =>
    office().get(ForwardFile).execute(by, fileId, { toPostId: to.postId, confirmNote: true });
  const sheet = async (by: Actor, fileId: string) =>
    office().named(
      z.array(NoteView),
      office()
        .get(ListNotes)
        .execute(by, fileId, PAGE)
        .then(({ items }) => items),
    );
  const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
  const openPart = (by: Actor, fileId: string) => office().get(OpenPart).execute(by, fileId, {});
  const incorporate = (by: Actor, fileId: string) => office().get(IncorporatePart).execute(by, fileId);
  /** A file that the clerk has sent to the officer under one note. */
  const away = async () => {
    const { fileId, number } = await office().newFile(clerk);
    await forward(clerk, fileId, officer);
    return { fileId, number };
  };
  const words = (...children: object[]) => ({ text: { version: 2, blocks: [{ type: 'paragraph', children }] } });
  const text = (said: string) => ({ type: 'text', text: said });

  it('is numbered after the file, one after the other, also when two are opened at once', async () => {
    const { fileId, number } = await away();
    const parts = await Promise.all([openPart(clerk, fileId), openPart(clerk, fileId)]);
    expect(parts.map((part) => part.number).sort()).toEqual([`${number}/Part I`, `${number}/Part II`]);
    const [part] = parts;
    expect(await view(clerk, part.id)).toMatchObject({
      state: 'on_desk',
      holder: { marking: clerk.post.marking },
      subject: 'विद्यालय भवन की मरम्मत',
      together: { mainFile: { id: fileId, number }, incorporated: false, parts: [] },
    });
    expect((await view(officer, fileId)).together.parts.map((each) => [each.part, each.holder?.marking])).toEqual([
      [1, clerk.post.marking],
      [2, clerk.post.marking],
    ]);
    expect((await view(officer, fileId)).allowedMoves).not.toContain('open_part');
    expect((await view(clerk, part.id)).allowedMoves).not.toContain('close');
  });

  it('gives its notes to the sheet of the main file as they were frozen, and keeps both addresses', async () => {
    const { fileId, number } = await away();
    const { id: part } = await openPart(clerk, fileId);
    await note(clerk, part, words(text('विधिक बिन्दु।')));
    await onward(clerk, part, officer);
    await note(officer, part, {
      ...words(text('विधि अनुभाग का मत।')),
      kind: 'sectional',
      mainNote: 1,
      decision: 'approved',
    });
    await office().get(ReturnFile).execute(officer, part, { reason: 'तथ्य जोड़ें', confirmNote: true });
    const refers = { type: 'reference', label: 'N/1', to: { kind: 'note', note: 1, paragraph: 1 } };
    await note(clerk, part, words(text('तथ्य जोड़े गए, देखें '), refers));
    await onward(clerk, part, officer);
    const before = await sheet(officer, part);
    await incorporate(officer, part);

    const after = await sheet(officer, fileId);
    expect(after.map((each) => [each.number, each.firstParagraph, each.mainNote, each.ofPart?.number ?? null])).toEqual(
      [
        [1, 1, null, null],
        [2, 2, null, 1],
        [3, 3, 2, 2],
        [4, 4, null, 3],
      ],
    );
    const frozen = ({
      text: said,
      decision,
      author,
      writtenAt,
      frozenAt,
      contentHash,
      returns,
    }: (typeof after)[number]) => [said, decision, author, writtenAt, frozenAt, contentHash, returns];
    expect(after.slice(1).map(frozen)).toEqual(before.map(frozen));
    expect(before[1]?.returns).toHaveLength(1);
    expect(await sheet(clerk, part)).toEqual(before);
    expect(await view(clerk, part)).toMatchObject({
      state: 'closed',
      closingReason: number,
      together: { incorporated: true, part: 1 },
      allowedMoves: ['follow'],
    });
    const { items } = await office().get(FileHistory).execute(officer, fileId, PAGE);
    expect(items.map(({ name }) => name)).toEqual([
      'file.created',
      'file.forwarded',
      'file.part_opened',
      'file.part_incorporated',
    ]);
    // What the main file decides from now on is its own; whoever reads it reads the part.
    await note(officer, fileId, words(text('प्रस्तुत।')));
    await onward(officer, fileId, above);
    expect((await sheet(above, part)).length).toBe(3);
    await office().get(CloseFile).execute(above, fileId, { reason: 'निस्तारित', confirmNote: false });
  });

  it('is graded with the main file, its notes in it or not, and not below that', async () => {
    const { fileId } = await away();
    const [inside, open] = [await openPart(clerk, fileId), await openPart(clerk, fileId)];
    await note(clerk, inside.id, words(text('भाग की टिप्पणी')));
    await onward(clerk, inside.id, officer);
    await office().get(OpenFile).execute(officer, fileId);
    await incorporate(officer, inside.id);
    const regrade = async (grading: 'normal' | 'confidential') =>
      await office()
        .get(RegradeFile)
        .execute(officer, fileId, { grading, reason: 'जाँच का प्रकरण' }, (await view(officer, fileId)).version);
    await expect(view(above, inside.id)).resolves.toMatchObject({ grading: 'normal' });
    await regrade('confidential');
    for (const by of [clerk, officer])
      await expect(view(by, inside.id)).resolves.toMatchObject({ grading: 'confidential' });
    await expect(view(above, inside.id)).rejects.toMatchObject({ code: 'not-found' });
    const { items } = await office().get(FileHistory).execute(officer, fileId, { limit: 50 });
    expect(items.at(-1)).toMatchObject({
      name: 'file.regraded',
      reason: 'जाँच का प्रकरण',
      data: { gradingBefore: 'normal', gradingAfter: 'confidential', parts: [inside.number, open.number] },
    });
    // So is one that still goes its own way, with a clerk who grades nothing.
    await expect(view(clerk, open.id)).resolves.toMatchObject({ grading: 'confidential', version: 1 });
    await expect(view(above, open.id)).rejects.toMatchObject({ code: 'not-found' });
    await regrade('normal');
    for (const id of [inside.id, open.id])
      await expect(view(clerk, id)).resolves.toMatchObject({ grading: 'confidential' });
  });

  it('goes in, or the file goes on: never half of it, with the main file forwarded by another process', async () => {
    const other = await office().start();
    const outcomes = new Set<string>();
    for (let race = 0; race < RACES; race++) {
      const { fileId } = await away();
      const { id: part } = await openPart(clerk, fileId);
      await forward(clerk, part, officer);
      const [incorporated, forwarded] = await Promise.allSettled([
        incorporate(officer, part),
        other.get(ForwardFile, { strict: false }).execute(officer, fileId, { toPostId: above.postId, ...WORDS }),
      ]);
      expect(forwarded.status).toBe('fulfilled');
      outcomes.add(incorporated.status);
      const notes = await sheet(officer, fileId);
      expect(notes.map(({ ofPart }) => ofPart?.number ?? null)).toEqual(
        incorporated.status === 'fulfilled' ? [null, 1, null] : [null, null],
      );
      expect((await view(officer, part)).state).toBe(incorporated.status === 'fulfilled' ? 'closed' : 'on_desk');
    }
    expect(outcomes.size).toBeGreaterThan(0);
  }, 60_000);
});
