import type { Actor } from '@patravali/authorization';
import { ForwardFile as ForwardFileRequest, NoteContent, NoteVersion, PageQuery } from '@patravali/contract';
import { FileHistory, FileViewQuery } from '@patravali/files';
import {
  ForwardFile,
  OpenFile,
  ParkFile,
  PullBackFile,
  PutUpForCorrection,
  ReturnCorrection,
} from '@patravali/movement';
import {
  AddNote,
  ChangeNote,
  ConfirmNote,
  DiscardNote,
  ListNotes,
  ListNoteVersions,
  TakeBackNote,
} from '@patravali/notes';
import { z } from 'zod';
import { useOffice } from '../../../../../test/support/office/office';
import { writeLinkOfficer } from '../../../../../test/support/office/rows';

const PAGE = PageQuery.parse({});
const RACES = 8;

describe('a note that is put up for correction', () => {
  const office = useOffice({ holds: 'section' });
  let clerk: Actor;
  let officer: Actor;
  let above: Actor;
  beforeAll(() => {
    [clerk, officer, above] = [office().at('ASO'), office().at('SO'), office().at('US')];
  });

  const words = (text: string, decision: 'approved' | null = null) =>
    NoteContent.parse({ text: { version: 1, paragraphs: [{ children: [{ type: 'text', text }] }] }, decision });
  const view = (by: Actor, fileId: string) => office().get(FileViewQuery).execute(by, fileId);
  const change = async (by: Actor, fileId: string, content: NoteContent) => {
    const seen = await view(by, fileId);
    return office()
      .get(ChangeNote)
      .execute(by, fileId, content, seen.pendingNote?.version ?? 0);
  };
  const confirm = (by: Actor, fileId: string) => office().get(ConfirmNote).execute(by, fileId);
  const putUp = (by: Actor, fileId: string, to: Actor, remarks?: string) =>
    office().get(PutUpForCorrection).execute(by, fileId, { toPostId: to.postId, remarks });
  const sendBack = (by: Actor, fileId: string, remarks?: string) =>
    office().get(ReturnCorrection).execute(by, fileId, { remarks });
  const pullBack = (by: Actor, fileId: string) => office().get(PullBackFile).execute(by, fileId, {});
  const open = (by: Actor, fileId: string) => office().get(OpenFile).execute(by, fileId);
  const forward = (by: Actor, fileId: string, to: Actor, more: object = {}) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, ForwardFileRequest.parse({ toPostId: to.postId, ...more }));
  const versions = async (by: Actor, fileId: string) => {
    const { items } = await office().get(ListNoteVersions).execute(by, fileId, PAGE);
    return office().named(z.array(NoteVersion), Promise.resolve(items), by);
  };
  const sheet = async (by: Actor, fileId: string) => (await office().get(ListNotes).execute(by, fileId, PAGE)).items;
  const begun = async (text = 'प्रस्ताव उचित है।') => {
    const { fileId } = await office().newFile(clerk);
    await office().get(AddNote).execute(clerk, fileId, words(text));
    return fileId;
  };
  const putUpTo = async (to = officer) => {
    const fileId = await begun();
    await putUp(clerk, fileId, to);
    return fileId;
  };

  it('is read by both desks, edited by the superior as a version of his, and comes home as it then is', async () => {
    const fileId = await putUpTo();
    expect((await view(clerk, fileId)).pendingNote).toMatchObject({ colour: 'yellow', textVersions: 1 });
    await change(officer, fileId, words('प्रस्ताव नियमानुसार उचित है।', 'approved'));
    expect((await versions(clerk, fileId)).map(({ number, by }) => [number, by.post.marking])).toEqual([
      [1, 'ASO'],
      [2, 'SO'],
    ]);
    await sendBack(officer, fileId, 'दूसरा प्रस्तर जोड़ें');
    expect(await view(clerk, fileId)).toMatchObject({
      holder: clerk.postId,
      forCorrection: false,
      returned: false,
      sentRemarks: 'दूसरा प्रस्तर जोड़ें',
      unread: true,
      // The decision was the officer's alone.
      pendingNote: { ...words('प्रस्ताव नियमानुसार उचित है।'), textVersions: 2, savedBy: officer.name },
    });
    expect((await view(officer, fileId)).pendingNote).toBeNull();
    expect(await versions(officer, fileId)).toEqual([]);
    await forward(clerk, fileId, officer, { confirmNote: true });
    expect(await sheet(officer, fileId)).toMatchObject([{ author: { post: clerk.postId }, putUpBy: null }]);
  });

  it('may be confirmed as the note of the superior, at any distance: who put it up stays on the sheet', async () => {
    const fileId = await putUpTo(above);
    await confirm(above, fileId);
    expect(await view(above, fileId)).toMatchObject({ forCorrection: false, pendingNote: { colour: 'green' } });
    expect((await view(clerk, fileId)).pendingNote).toBeNull();
    await forward(above, fileId, office().at('DS'));
    expect(await sheet(clerk, fileId)).toMatchObject([
      {
        number: 1,
        firstParagraph: 1,
        author: { post: above.postId, name: above.name, capacity: 'regular' },
        putUpBy: { post: clerk.postId, name: clerk.name, capacity: 'regular' },
      },
    ]);
    const { items } = await office().get(FileHistory).execute(clerk, fileId, PAGE);
    expect(items.map(({ name, by }) => [name, by?.post])).toEqual(
      expect.arrayContaining([
        ['note.added', clerk.postId],
        ['file.put_up_for_correction', clerk.postId],
        ['note.confirmed', above.postId],
      ]),
    );
  });

  it('keeps who put it up within its hash', async () => {
    const own = await begun();
    await forward(clerk, own, officer, { confirmNote: true });
    const corrected = await putUpTo();
    await confirm(officer, corrected);
    await forward(officer, corrected, above);
    const rows = await office().rows<{ hash: string }>(
      'SELECT content_hash AS hash FROM note WHERE file_id = ANY ($1) ORDER BY frozen_at',
      [[own, corrected]],
    );
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });

  it('is taken back to yellow as one that is up for correction', async () => {
    const fileId = await putUpTo();
    await confirm(officer, fileId);
    await office().get(TakeBackNote).execute(officer, fileId);
    expect(await view(officer, fileId)).toMatchObject({ forCorrection: true });
    await sendBack(officer, fileId);
    expect(await view(clerk, fileId)).toMatchObject({ holder: clerk.postId, pendingNote: { colour: 'yellow' } });
  });

  it('is not up for correction again while its file is parked, nor is a note of one’s own refused there', async () => {
    const fileId = await putUpTo();
    await confirm(officer, fileId);
    await office().get(ParkFile).execute(officer, fileId, { until: null, event: 'reply_received' });
    const takingBack = office().get(TakeBackNote).execute(officer, fileId);
    await expect(takingBack).rejects.toMatchObject({ code: 'file-parked' });
    expect(await view(officer, fileId)).toMatchObject({ forCorrection: false, pendingNote: { colour: 'green' } });
    const own = await begun();
    await confirm(clerk, own);
    await office().get(ParkFile).execute(clerk, own, { until: null, event: 'reply_received' });
    await office().get(TakeBackNote).execute(clerk, own);
    expect(await view(clerk, own)).toMatchObject({ pendingNote: { colour: 'yellow' } });
  });

  it('is nobody else’s: neither its words nor its versions nor what is done with it', async () => {
    const fileId = await putUpTo();
    await forwardedBefore(fileId);
    const others = [office().at('DS'), office().at('AUDIT')];
    const seen = async () => {
      const shown = [];
      for (const by of others) {
        shown.push(
          { ...(await view(by, fileId)), version: 0 },
          await versions(by, fileId),
          await office().get(FileHistory).execute(by, fileId, PAGE),
        );
      }
      return shown;
    };
    await open(officer, fileId);
    const before = await seen();
    await change(officer, fileId, words('बिल्कुल भिन्न।'));
    await confirm(officer, fileId);
    await office().get(TakeBackNote).execute(officer, fileId);
    expect(await seen()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('प्रस्ताव उचित');
  });
  /** DS stands above both desks, and reads the file; so does the auditor. */
  const forwardedBefore = async (fileId: string) => {
    expect(await view(office().at('DS'), fileId)).toMatchObject({ forCorrection: true, pendingNote: null });
  };

  it('is thrown away by its author alone', async () => {
    const fileId = await putUpTo();
    const discard = office().get(DiscardNote);
    await expect(discard.execute(officer, fileId)).rejects.toMatchObject({ code: 'note-of-another-desk' });
    await expect(discard.execute(clerk, fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await pullBack(clerk, fileId);
    await discard.execute(clerk, fileId);
    expect(await office().rows('SELECT FROM note_version WHERE file_id = $1', [fileId])).toEqual([]);
  });

  it('goes up from a vacant desk to a vacant one, by link officers, and home though the post stands elsewhere now', async () => {
    const written = { id: office().id, headId: office().headId, units: { EST: office().unitId, FIN: office().unitId } };
    const head = await office().actor({ marking: 'HEAD', level: 1 });
    const vacant = await office().actor({ marking: 'SUP', level: 2, superior: head });
    const author = await office().actor({ marking: 'LOW', level: 3, superior: vacant });
    await office().rows('DELETE FROM tenure WHERE post_id = $1', [vacant.postId]);
    const { fileId } = await office().newFile(author);
    await office().get(AddNote).execute(author, fileId, words('प्रस्तुत।'));
    const link = await writeLinkOfficer(office().owner, written, author);
    await putUp(link, fileId, vacant);
    await office().rows('UPDATE post SET superior_post_id = NULL WHERE id = $1', [author.postId]);
    const substitute = await writeLinkOfficer(office().owner, written, vacant);
    await change(substitute, fileId, words('प्रस्तुत है।'));
    await sendBack(substitute, fileId);
    await pullBack(substitute, fileId);
    await confirm(substitute, fileId);
    await forward(substitute, fileId, head);
    expect(await sheet(head, fileId)).toMatchObject([
      { author: { name: substitute.name, capacity: 'link' }, putUpBy: { name: link.name, capacity: 'link' } },
    ]);
  });

  it('has one version for each writing spell of a person', async () => {
    const fileId = await begun();
    for (const text of ['एक', 'एक दो', 'एक दो तीन']) await change(clerk, fileId, words(text));
    expect(await versions(clerk, fileId)).toMatchObject([{ number: 1, ...words('एक दो तीन') }]);
    await office().rows(`UPDATE pending_note SET saved_at = saved_at - INTERVAL '31 minutes' WHERE file_id = $1`, [
      fileId,
    ]);
    await change(clerk, fileId, words('एक दो तीन चार'));
    const assistantless = await versions(clerk, fileId);
    expect(assistantless.map(({ number, text }) => [number, text])).toEqual([
      [1, words('एक दो तीन').text],
      [2, words('एक दो तीन चार').text],
    ]);
  });

  it.each(['open', 'confirm', 'change', 'return'] as const)(
    'is pulled back, or else the superior was first to %s: of a race exactly one wins',
    async (does) => {
      const acts = { open, confirm, return: sendBack, change: (by: Actor, id: string) => changeFirst(by, id) };
      for (let race = 0; race < RACES; race++) {
        const fileId = await putUpTo();
        const [pulled, done] = await Promise.allSettled([pullBack(clerk, fileId), acts[does](officer, fileId)]);
        const [row] = await office().rows<{ holder: string; up: boolean }>(
          'SELECT holder_post_id AS holder, for_correction AS up FROM file_custody WHERE file_id = $1',
          [fileId],
        );
        if (pulled.status === 'fulfilled') {
          expect(done).toMatchObject({ status: 'rejected', reason: { code: 'not-allowed' } });
          expect(row).toEqual({ holder: clerk.postId, up: false });
        } else {
          expect(pulled).toMatchObject({ reason: { code: does === 'return' ? 'not-allowed' : 'already-opened' } });
          expect(done.status).toBe('fulfilled');
          expect(row?.holder).toBe(does === 'return' ? clerk.postId : officer.postId);
        }
        expect(
          (await view(does === 'confirm' && row?.holder !== clerk.postId ? officer : clerk, fileId)).pendingNote,
        ).not.toBeNull();
      }
    },
    60_000,
  );
  const changeFirst = (by: Actor, fileId: string) => office().get(ChangeNote).execute(by, fileId, words('शुद्ध।'), 2);
});
