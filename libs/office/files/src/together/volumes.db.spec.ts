import type { Actor } from '@patravali/authorization';
import { FileView, NoteView, PageQuery } from '@patravali/contract';
import {
  FileHistory,
  FileViewQuery,
  FindFiles,
  LinkFile,
  OpenPart,
  OpenVolume,
  RegradeFile,
  ReopenFile,
} from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { ListNotes } from '@patravali/notes';
import { z } from 'zod';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const PAGE = PageQuery.parse({});
const RACES = 8;

describe('the volumes of a file', () => {
  const office = useOffice({ holds: 'section' });
  let clerk: Actor;
  let officer: Actor;
  let above: Actor;
  beforeAll(() => {
    [clerk, officer, above] = [office().at('ASO'), office().at('SO'), office().at('US')];
  });
  const forward = (by: Actor, fileId: string, to: Actor, more: object = {}) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, { toPostId: to.postId, ...WORDS, ...more });
  const openVolume = (by: Actor, fileId: string) => office().get(OpenVolume).execute(by, fileId, {});
  const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
  const sheet = async (by: Actor, fileId: string) =>
    office().named(
      z.array(NoteView),
      office()
        .get(ListNotes)
        .execute(by, fileId, PAGE)
        .then(({ items }) => items),
    );
  const namesOf = async (by: Actor, fileId: string) =>
    (await office().get(FileHistory).execute(by, fileId, PAGE)).items.map(({ name }) => name);
  const readers = async (fileId: string) => {
    const [row] = await office().rows<{ ids: string[] }>(
      'SELECT reader_post_ids AS ids FROM file_custody WHERE file_id = $1',
      [fileId],
    );
    return [...(row?.ids ?? [])].sort();
  };
  const regrade = async (by: Actor, fileId: string, grading: 'normal' | 'confidential') =>
    office()
      .get(RegradeFile)
      .execute(by, fileId, { grading, reason: 'जाँच' }, (await view(by, fileId)).version);

  it('go on on the same desk with the number of the first, and begin at 1 again', async () => {
    const { fileId, number } = await office().newFile(clerk);
    await forward(clerk, fileId, officer, { dueOn: '2099-01-01', urgency: 'immediate' });
    const before = await sheet(clerk, fileId);
    const second = await openVolume(officer, fileId);
    expect(second.number).toBe(`${number}/Vol II`);
    const [earlier, later] = [await view(clerk, fileId), await view(officer, second.id)];
    expect(later).toMatchObject({
      state: 'on_desk',
      holder: { marking: officer.post.marking },
      subject: earlier.subject,
      from: null,
      urgency: 'immediate',
      dueOn: '2099-01-01',
      head: earlier.head,
      unit: earlier.unit,
      unread: false,
      counts: { notes: 0, correspondence: 0, pages: 0 },
      together: {
        volume: 2,
        laterVolume: null,
        earlierVolume: { id: fileId, number, state: 'closed', holder: null, volume: 1, lastNote: 1, lastPage: 0 },
      },
    });
    expect(earlier).toMatchObject({
      state: 'closed',
      closingReason: second.number,
      allowedMoves: ['follow'],
      together: { volume: 1, earlierVolume: null, laterVolume: { id: second.id, number: second.number, volume: 2 } },
    });
    expect(await sheet(clerk, fileId)).toEqual(before);
    expect(await readers(second.id)).toEqual(await readers(fileId));
    expect(await namesOf(clerk, fileId)).toEqual(['file.created', 'file.forwarded', 'file.volume_opened']);
    expect(await namesOf(clerk, second.id)).toEqual(['file.volume_opened']);

    await forward(officer, second.id, clerk);
    expect((await sheet(clerk, second.id)).map((note) => [note.number, note.firstParagraph])).toEqual([[1, 1]]);
    const third = await openVolume(clerk, second.id);
    expect(third.number).toBe(`${number}/Vol III`);
    expect((await view(clerk, third.id)).together.earlierVolume?.id).toBe(second.id);
    const found = await office()
      .get(FindFiles)
      .execute(clerk, { q: `${number}/Vol II`, limit: 20 });
    expect(found.items.map((row) => row.id)).toEqual(expect.arrayContaining([second.id, third.id]));
  });

  it('are read by those who read the one before, and show it to those who come to them', async () => {
    const { fileId } = await office().newFile(clerk);
    const second = await openVolume(clerk, fileId);
    const third = await openVolume(clerk, second.id);
    const far = office().at('DS');
    await forward(clerk, third.id, far, { remarks: 'अत्यावश्यक' });
    for (const volume of [third.id, second.id, fileId]) expect(await readers(volume)).toContain(far.postId);
    expect(await readers(fileId)).toEqual(await readers(third.id));
  });

  it('are read above normal by those who held one of them, and nobody else', async () => {
    const { fileId } = await office().newFile(officer, { grading: 'confidential' });
    await forward(officer, fileId, clerk);
    // The clerk grades nothing anew.
    const second = await openVolume(clerk, fileId);
    const held = [clerk.postId, officer.postId].sort();
    expect([await readers(fileId), await readers(second.id)]).toEqual([held, held]);
    await forward(clerk, second.id, officer);
    await forward(officer, second.id, above);
    const three = [...held, above.postId].sort();
    expect([await readers(fileId), await readers(second.id)]).toEqual([three, three]);
    // What is graded lower from now on shows nothing of what is not.
    await regrade(above, second.id, 'normal');
    expect(await readers(fileId)).toEqual(three);
    expect((await readers(second.id)).length).toBeGreaterThan(3);
    await regrade(above, second.id, 'confidential');
    expect(await readers(second.id)).toEqual(three);
  });

  it('keep the levels that the case has climbed, and its links stay where they are', async () => {
    const { fileId } = await office().newFile(clerk);
    const other = await office().newFile(clerk);
    await office().get(LinkFile).execute(clerk, fileId, { otherFileId: other.fileId });
    await forward(clerk, fileId, officer);
    const second = await openVolume(officer, fileId);
    const levels = await office().rows('SELECT levels FROM file_custody WHERE file_id = ANY ($1)', [
      [fileId, second.id],
    ]);
    expect(levels[0]).toEqual(levels[1]);
    expect((await view(clerk, fileId)).together.linked).toHaveLength(1);
    expect((await view(officer, second.id)).together.linked).toEqual([]);
  });

  it('stay closed, once continued, and a volume can have parts of its own', async () => {
    const { fileId, number } = await office().newFile(clerk);
    await forward(clerk, fileId, officer);
    const second = await openVolume(officer, fileId);
    await expect(office().get(ReopenFile).execute(officer, fileId, { reason: 'नया पत्र' })).rejects.toMatchObject({
      code: 'volume-continued',
      params: { number: second.number },
    });
    const part = await office().get(OpenPart).execute(clerk, second.id, {});
    expect(part.number).toBe(`${number}/Vol II/Part I`);
    await expect(openVolume(officer, second.id)).rejects.toMatchObject({ code: 'parts-open' });
    await expect(openVolume(clerk, part.id)).rejects.toMatchObject({ code: 'volume-of-part' });
  });

  it('are opened once, or the file goes on: never half of it', async () => {
    const other = await office().start();
    for (let race = 0; race < RACES; race++) {
      const { fileId } = await office().newFile(clerk);
      const again = () => other.get(OpenVolume, { strict: false }).execute(clerk, fileId, {});
      const onward = () =>
        other.get(ForwardFile, { strict: false }).execute(clerk, fileId, { toPostId: officer.postId, ...WORDS });
      const outcomes = await Promise.allSettled([openVolume(clerk, fileId), race % 2 ? again() : onward()]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const rows = await office().rows('SELECT id FROM office_file WHERE first_volume_id = $1', [fileId]);
      const { state, together } = await view(officer, fileId).catch(() => view(clerk, fileId));
      expect([rows.length === 1, together.laterVolume !== null]).toEqual([state === 'closed', state === 'closed']);
    }
  }, 60_000);
});
