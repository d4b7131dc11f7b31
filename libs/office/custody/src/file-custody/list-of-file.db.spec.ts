import { NoteContent } from '@patravali/contract';
import { ListMovements } from '@patravali/custody';
import { ListFileDrafts } from '@patravali/drafts';
import { ForwardFile } from '@patravali/movement';
import { AddNote, ConfirmNote, ListNotes, ListNoteVersions } from '@patravali/notes';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { writeDraft } from '../../../../../test/support/papers/written-letters';
import { WORDS } from '../../../../../test/support/office/words';

const office = useOffice({ holds: 'section' });
const NOTE = NoteContent.parse({
  text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'प्रस्ताव उचित है।' }] }] },
  decision: null,
});

describe('what lies on a file', () => {
  let [fileId, other, empty] = ['', '', ''];
  const drafts: string[] = [];

  /** A file with three drafts that went to the section officer and back, another with one, and one without any. */
  beforeAll(async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const create = async () => (await office().newFile(aso)).fileId;
    [fileId, other, empty] = [await create(), await create(), await create()];
    for (let ordinal = 1; ordinal <= 3; ordinal++) drafts.push((await writeDraft(office(), aso, fileId)).id);
    await writeDraft(office(), aso, other, 'cancelled');
    for (const [by, to] of [
      [aso, so],
      [so, aso],
    ] as const) {
      const request = { toPostId: to.postId, action: 'put_up', ...WORDS } as const;
      await office().get(ForwardFile).execute(by, fileId, request);
    }
  });

  it('is read in its order, page by page, without what lies on another', async () => {
    const read = (limit: number) =>
      everyPage(limit, (page) => office().get(ListFileDrafts).execute(office().at('ASO'), fileId, page));
    expect((await read(1)).map(({ id }) => id)).toEqual(drafts);
    expect((await read(2)).map(({ id }) => id)).toEqual(drafts);
    expect((await read(3))[0]).toMatchObject({ state: 'draft', form: 'letter', file: { id: fileId } });
    const moves = await everyPage(2, (page) => office().get(ListMovements).execute(office().at('SO'), fileId, page));
    expect(moves.map(({ sequence, kind }) => `${sequence} ${kind}`)).toEqual([
      '1 created',
      '2 forwarded',
      '3 forwarded',
    ]);
  });

  it('begins with the row of a number', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { fileId: noted } = await office().newFile(aso);
    for (const [by, to] of [
      [aso, so],
      [so, aso],
      [aso, so],
    ] as const) {
      await office().get(AddNote).execute(by, noted, NOTE);
      await office().get(ConfirmNote).execute(by, noted);
      await office()
        .get(ForwardFile)
        .execute(by, noted, { toPostId: to.postId, action: 'put_up', ...WORDS });
    }
    const from = async (number?: number) =>
      (await office().get(ListNotes).execute(aso, noted, { limit: 9, from: number })).items.map((note) => note.number);
    expect([await from(), await from(1), await from(3), await from(4)]).toEqual([[1, 2, 3], [1, 2, 3], [3], []]);
  });

  it('may be what only some of its readers read: of a note in writing its desk alone has versions', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    await office().get(AddNote).execute(aso, other, NOTE);
    const versions = async (by: typeof aso) =>
      (await office().get(ListNoteVersions).execute(by, other, { limit: 9 })).items.map(({ number }) => number);
    expect([await versions(aso), await versions(so)]).toEqual([[1], []]);
  });

  it('counts as a reading on a file of a higher grading, but not where it is read for paper', async () => {
    const so = office().at('SO');
    const { fileId: graded } = await office().newFile(so, { grading: 'confidential' });
    const { fileId: normal } = await office().newFile(so);
    const read = (by: typeof so, id: string) => office().get(ListMovements).execute(by, id, { limit: 9 });
    const readings = () =>
      office().rows('SELECT item_id, act FROM item_reading WHERE item_id IN ($1, $2)', [graded, normal]);
    await read(so, normal);
    await read({ ...so, readsForPrint: true }, graded);
    expect(await readings()).toEqual([]);
    await read(so, graded);
    expect(await readings()).toEqual([{ item_id: graded, act: 'opened' }]);
  });

  it('is an empty page where there is nothing', async () => {
    const nothing = { items: [], next: null };
    expect(await office().get(ListFileDrafts).execute(office().at('ASO'), empty, { limit: 2 })).toEqual(nothing);
    expect(await office().get(ListNotes).execute(office().at('ASO'), empty, { limit: 2 })).toEqual(nothing);
  });

  it('is not found by whoever may not read the file', async () => {
    const read = office().get(ListFileDrafts);
    await expect(read.execute(office().at('CLERK'), fileId, { limit: 2 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(read.execute(office().at('ASO'), office().id, { limit: 2 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await read.execute(office().at('AUDIT'), fileId, { limit: 1 })).items).toHaveLength(1);
  });

  it('is refused from a place that it has not given', async () => {
    const query = { limit: 2, cursor: 'nonsense' };
    await expect(office().get(ListFileDrafts).execute(office().at('ASO'), fileId, query)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
