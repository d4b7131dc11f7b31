import type { Actor } from '@patravali/authorization';
import { FileView, ForwardFile as ForwardFileRequest, InboxQuery, NoteContent, PageQuery } from '@patravali/contract';
import { FileBoxes } from '@patravali/desk';
import { CloseFile, FileHistory, FileViewQuery, RegradeFile } from '@patravali/files';
import { AddNote, ConfirmNote, ListNotes, TakeUpNote } from '@patravali/notes';
import { useOffice } from '../../../../test/support/office';
import { AgreeRecall, AskRecall, ForwardFile, OpenFile, PullBackFile, PullUpFile, PutUpForCorrection } from './index';
import { RefuseRecall, ReturnFile, WithdrawRecall } from './index';

const PAGE = PageQuery.parse({});
const RACES = 8;
const ASKING = { reason: 'तथ्य जोड़ने हैं' };

describe('a file that was opened', () => {
  const office = useOffice({ holds: 'section' });
  let clerk: Actor;
  let officer: Actor;
  let above: Actor;
  beforeAll(() => {
    [clerk, officer, above] = [office().at('ASO'), office().at('SO'), office().at('US')];
  });

  const words = (text: string) =>
    NoteContent.parse({ text: { version: 1, paragraphs: [{ children: [{ type: 'text', text }] }] } });
  const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
  const forward = (by: Actor, fileId: string, to: Actor, more: object = { confirmNote: true }) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, ForwardFileRequest.parse({ toPostId: to.postId, ...more }));
  const write = (by: Actor, fileId: string, text = 'मेरा अभिमत') =>
    office().get(AddNote).execute(by, fileId, words(text));
  const ask = (by: Actor, fileId: string) => office().get(AskRecall).execute(by, fileId, ASKING);
  const agree = (by: Actor, fileId: string, pendingNote?: 'confirm' | 'set_aside') =>
    office().get(AgreeRecall).execute(by, fileId, { pendingNote });
  const refuse = (by: Actor, fileId: string) =>
    office().get(RefuseRecall).execute(by, fileId, { reason: 'आदेश लिखे जा रहे हैं' });
  const withdraw = (by: Actor, fileId: string) => office().get(WithdrawRecall).execute(by, fileId);
  const pullUp = (by: Actor, fileId: string, seen?: number) =>
    office().get(PullUpFile).execute(by, fileId, { reason: 'तत्काल बैठक' }, seen);
  const movesTo = async (by: Actor, fileId: string, wanted: readonly string[]) => {
    const { allowedMoves } = await view(by, fileId);
    return wanted.filter((move) => (allowedMoves as readonly string[]).includes(move));
  };
  const ASKED_MOVES = ['pull_back', 'ask_recall', 'agree_recall', 'refuse_recall', 'withdraw_recall', 'pull_up'];
  const events = async (by: Actor, fileId: string) =>
    (await office().get(FileHistory).execute(by, fileId, PAGE)).items.map(({ name }) => name);
  const sheet = async (by: Actor, fileId: string) => (await office().get(ListNotes).execute(by, fileId, PAGE)).items;
  /** Sent by the clerk and, unless said otherwise, opened by the officer. */
  const sent = async ({ opened = true, grading = 'normal' as const } = {}) => {
    const { fileId } = await office().newFile(clerk, { grading });
    await write(clerk, fileId, 'प्रस्ताव');
    await forward(clerk, fileId, officer, { confirmNote: true, action: 'for_approval' });
    if (opened) await office().get(OpenFile).execute(officer, fileId);
    return fileId;
  };
  const stored = async (fileId: string) => {
    const [row] = await office().rows<{ holder: string; movements: number; open: number; kind: string }>(
      `SELECT holder_post_id AS holder, movements, (SELECT count(*)::int FROM file_recall q WHERE q.file_id = c.file_id
         AND q.movement_sequence = c.movements AND q.outcome IS NULL) AS open,
         (SELECT kind FROM movement m WHERE m.file_id = c.file_id ORDER BY sequence DESC LIMIT 1) AS kind
       FROM file_custody c WHERE file_id = $1`,
      [fileId],
    );
    return row;
  };

  describe('is asked for by its sender', () => {
    it('who gets it back when the holder agrees, with what had been asked of him before', async () => {
      const fileId = await sent();
      await forward(officer, fileId, above, { confirmNote: true });
      expect(await movesTo(officer, fileId, ASKED_MOVES)).toEqual(['pull_back']);
      await office().get(OpenFile).execute(above, fileId);
      expect(await movesTo(officer, fileId, ASKED_MOVES)).toEqual(['ask_recall']);
      const { version } = await view(above, fileId);
      expect(await ask(officer, fileId)).toEqual({ id: fileId, version });
      expect(await movesTo(officer, fileId, ASKED_MOVES)).toEqual(['withdraw_recall']);
      expect(await movesTo(above, fileId, ASKED_MOVES)).toEqual(['agree_recall', 'refuse_recall']);
      expect(await view(above, fileId)).toMatchObject({
        recall: 'asked',
        lastRecall: { by: { post: { marking: officer.post.marking } }, reason: ASKING.reason, outcome: null },
      });
      const boxes = office().get(FileBoxes);
      const row = { id: fileId, recall: 'asked' };
      expect((await boxes.inbox(above, InboxQuery.parse({}))).items).toContainEqual(expect.objectContaining(row));
      expect((await boxes.sent(officer, PAGE)).items).toContainEqual(expect.objectContaining(row));

      await agree(above, fileId);
      expect(await view(officer, fileId)).toMatchObject({
        ...{ holder: { marking: officer.post.marking }, from: { marking: above.post.marking } },
        ...{ unread: true, action: 'for_approval', recall: null, lastRecall: null, counts: { notes: 2 } },
      });
      expect((await stored(fileId))?.kind).toBe('recalled');
      expect((await events(officer, fileId)).slice(-2)).toEqual(['file.recall_asked', 'file.recalled']);
      // Until it is opened, whoever gave it back may pull it back.
      expect(await movesTo(above, fileId, ASKED_MOVES)).toEqual(['pull_back', 'pull_up']);
      await office().get(PullBackFile).execute(above, fileId, {});
      expect(await view(above, fileId)).toMatchObject({ from: { marking: officer.post.marking }, recall: null });
    });

    it('who sees why it is refused, and may ask again', async () => {
      const fileId = await sent();
      await ask(clerk, fileId);
      await refuse(officer, fileId);
      expect(await view(clerk, fileId)).toMatchObject({
        recall: 'refused',
        lastRecall: { outcome: 'refused', answerReason: 'आदेश लिखे जा रहे हैं' },
      });
      expect(await movesTo(clerk, fileId, ASKED_MOVES)).toEqual(['ask_recall']);
      await ask(clerk, fileId);
      await withdraw(clerk, fileId);
      expect(await view(officer, fileId)).toMatchObject({ recall: null, lastRecall: { outcome: 'withdrawn' } });
      expect((await events(clerk, fileId)).slice(-4)).toEqual([
        ...['file.recall_asked', 'file.recall_refused', 'file.recall_asked', 'file.recall_withdrawn'],
      ]);
    });

    it.each([
      ['before it was opened', 'not-opened-yet', async () => ask(clerk, await sent({ opened: false }))],
      [
        'twice',
        'recall-asked',
        async () => {
          const fileId = await sent();
          await ask(clerk, fileId);
          return await ask(clerk, fileId);
        },
      ],
      ['by somebody who did not send it', 'not-allowed', async () => ask(above, await sent())],
    ])('not %s: %s', async (_, code, asking) => {
      await expect(asking()).rejects.toMatchObject({ code });
    });

    it('and nobody answers what nobody asks, or what is not his to answer', async () => {
      const fileId = await sent();
      for (const answering of [
        () => agree(officer, fileId),
        () => refuse(officer, fileId),
        () => withdraw(clerk, fileId),
      ]) {
        await expect(answering()).rejects.toMatchObject({ code: 'no-recall' });
      }
      await ask(clerk, fileId);
      for (const answering of [
        () => agree(clerk, fileId),
        () => refuse(above, fileId),
        () => withdraw(officer, fileId),
      ]) {
        await expect(answering()).rejects.toMatchObject({ code: 'not-allowed' });
      }
    });

    it.each([
      ['forwarded', (fileId: string) => forward(officer, fileId, above)],
      [
        'returned',
        (fileId: string) => office().get(ReturnFile).execute(officer, fileId, { reason: 'अपूर्ण', confirmNote: false }),
      ],
      [
        'closed',
        (fileId: string) =>
          office().get(CloseFile).execute(officer, fileId, { reason: 'निस्तारित', confirmNote: false }),
      ],
      ['pulled up', (fileId: string) => pullUp(above, fileId)],
    ])('in vain once it is %s: the request has lapsed', async (_, moving) => {
      const fileId = await sent();
      await ask(clerk, fileId);
      await moving(fileId);
      expect(await view(clerk, fileId)).toMatchObject({ recall: null, lastRecall: null });
      expect((await stored(fileId))?.open).toBe(0);
      await expect(agree(officer, fileId)).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|conflict/) });
    });

    it('and a yellow note of the holder is confirmed with it or set aside, never lost and never taken along', async () => {
      const confirmed = await sent();
      await write(officer, confirmed);
      await ask(clerk, confirmed);
      await expect(agree(officer, confirmed)).rejects.toMatchObject({ code: 'note-unconfirmed' });
      await agree(officer, confirmed, 'confirm');
      expect((await sheet(clerk, confirmed)).map(({ author }) => author.post)).toEqual([clerk.postId, officer.postId]);

      const aside = await sent();
      await write(officer, aside);
      await ask(clerk, aside);
      await agree(officer, aside, 'set_aside');
      expect(await sheet(clerk, aside)).toHaveLength(1);
      expect(await view(clerk, aside)).toMatchObject({ pendingNote: null, notesSetAside: [] });
      const [kept] = (await view(officer, aside)).notesSetAside;
      expect(kept?.text).toEqual(words('मेरा अभिमत').text);
      const takeUp = (by: Actor) =>
        office()
          .get(TakeUpNote)
          .execute(by, aside, kept?.id ?? '');
      await expect(takeUp(officer)).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(takeUp(clerk)).rejects.toMatchObject({ code: 'no-note-set-aside' });
      await forward(clerk, aside, officer);
      await write(officer, aside, 'अन्य');
      await expect(takeUp(officer)).rejects.toMatchObject({ code: 'note-being-written' });
      await forward(officer, aside, clerk);
      await forward(clerk, aside, officer);
      await takeUp(officer);
      expect(await view(officer, aside)).toMatchObject({
        pendingNote: { id: kept?.id, colour: 'yellow', text: words('मेरा अभिमत').text },
        notesSetAside: [],
      });
      expect(await events(clerk, aside)).not.toContain('note.taken_up');
      expect(await events(officer, aside)).toContain('note.taken_up');
    });

    it('and is answered by returning the note, when one came with it to be corrected', async () => {
      const { fileId } = await office().newFile(clerk);
      await write(clerk, fileId);
      await office().get(PutUpForCorrection).execute(clerk, fileId, { toPostId: officer.postId });
      await office().get(OpenFile).execute(officer, fileId);
      await ask(clerk, fileId);
      await expect(agree(officer, fileId)).rejects.toMatchObject({ code: 'note-up-for-correction' });
      await expect(pullUp(above, fileId)).rejects.toMatchObject({ code: 'correction-under-way' });
      expect(await movesTo(above, fileId, ASKED_MOVES)).toEqual([]);
    });

    it.each([
      ['gives it back', (fileId: string) => agree(officer, fileId)],
      ['forwards it', (fileId: string) => forward(officer, fileId, above)],
    ] as const)(
      'while the holder %s at the same moment: exactly one wins',
      async (name, holding) => {
        for (let race = 0; race < RACES; race++) {
          const fileId = await sent();
          await ask(clerk, fileId);
          const [one, withdrawn, other] = await Promise.allSettled([
            holding(fileId),
            withdraw(clerk, fileId),
            ...(name === 'gives it back' ? [forward(officer, fileId, above)] : []),
          ]);
          const row = await stored(fileId);
          expect(row?.open).toBe(0);
          expect(row?.movements).toBe(3);
          if (name === 'gives it back') {
            expect([one.status, other?.status].sort()).toEqual(['fulfilled', 'rejected']);
            expect(row?.holder).toBe(one.status === 'fulfilled' ? clerk.postId : above.postId);
            if (one.status === 'fulfilled') expect(withdrawn.status).toBe('rejected');
          } else expect(one.status).toBe('fulfilled');
          const outcomes = await office().rows('SELECT outcome FROM file_recall WHERE file_id = $1', [fileId]);
          const outcome = one.status === 'fulfilled' && name === 'gives it back' ? 'agreed' : null;
          expect(outcomes).toEqual([{ outcome: withdrawn.status === 'fulfilled' ? 'withdrawn' : outcome }]);
        }
      },
      60_000,
    );
  });

  describe('is pulled up by a superior', () => {
    it('with a reason: it lies opened on that desk, sent by nobody, and the subordinate sees it', async () => {
      const fileId = await sent();
      expect(await movesTo(above, fileId, ASKED_MOVES)).toEqual(['pull_up']);
      await pullUp(above, fileId);
      expect(await view(above, fileId)).toMatchObject({
        ...{ holder: { marking: above.post.marking }, from: null, unread: false, pulledUp: true, action: null },
      });
      expect((await office().get(FileBoxes).sent(officer, PAGE)).items[0]).toMatchObject({
        id: fileId,
        pulledUp: true,
      });
      expect((await stored(fileId))?.kind).toBe('pulled_up');
      expect((await events(officer, fileId)).at(-1)).toBe('file.pulled_up');
      await forward(above, fileId, clerk);
      expect(await view(clerk, fileId)).toMatchObject({ pulledUp: false, from: { marking: above.post.marking } });
      await office().get(PullBackFile).execute(above, fileId, {});
      expect(await view(above, fileId)).toMatchObject({ pulledUp: false, from: null, sentRemarks: null });
    });

    it('before the desk has opened it as well, and then its sender can no longer pull it back', async () => {
      const fileId = await sent({ opened: false });
      await pullUp(above, fileId);
      await expect(office().get(PullBackFile).execute(clerk, fileId, {})).rejects.toMatchObject({
        code: 'not-allowed',
      });
    });

    it.each(['yellow', 'green'] as const)(
      'without the %s note of that desk, which is set aside there',
      async (colour) => {
        const fileId = await sent();
        await write(officer, fileId);
        if (colour === 'green') await office().get(ConfirmNote).execute(officer, fileId);
        await pullUp(above, fileId);
        expect(await view(above, fileId)).toMatchObject({ pendingNote: null, notesSetAside: [], counts: { notes: 1 } });
        const seen = await view(officer, fileId);
        expect(seen).toMatchObject({ pendingNote: null, notesSetAside: [{ text: words('मेरा अभिमत').text }] });
        await write(above, fileId, 'बैठक हुई');
        await forward(above, fileId, officer);
        await office()
          .get(TakeUpNote)
          .execute(officer, fileId, seen.notesSetAside[0]?.id ?? '');
        await forward(officer, fileId, clerk);
        expect((await sheet(clerk, fileId)).map(({ text }) => text)).toContainEqual(words('मेरा अभिमत').text);
      },
    );

    it.each([
      [
        'by a post beside or below',
        'not-your-subordinate',
        async () => {
          const fileId = await sent();
          await forward(officer, fileId, above);
          return await pullUp(officer, fileId);
        },
      ],
      ['from one’s own desk', 'not-your-subordinate', async () => pullUp(officer, await sent())],
      ['by a clerk', 'not-allowed', async () => pullUp(clerk, await sent())],
      [
        'above normal',
        'not-allowed',
        async () => {
          const fileId = await sent();
          const { version } = await view(officer, fileId);
          await forward(officer, fileId, above);
          await forward(above, fileId, officer);
          await office()
            .get(RegradeFile)
            .execute(officer, fileId, { grading: 'confidential', reason: 'जाँच' }, version + 2);
          return await pullUp(above, fileId);
        },
      ],
      [
        'closed',
        'illegal-file-move',
        async () => {
          const fileId = await sent();
          await office().get(CloseFile).execute(officer, fileId, { reason: 'निस्तारित', confirmNote: false });
          return await pullUp(above, fileId);
        },
      ],
    ])('not %s: %s', async (_, code, pulling) => {
      await expect(pulling()).rejects.toMatchObject({ code });
    });

    it('while its holder forwards it: exactly one wins, and nothing lies in between', async () => {
      for (let race = 0; race < RACES; race++) {
        const fileId = await sent();
        await write(officer, fileId);
        const { version } = await view(above, fileId);
        const results = await Promise.allSettled([pullUp(above, fileId, version), forward(officer, fileId, clerk)]);
        expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const [pulled] = results;
        const row = await stored(fileId);
        expect(row?.holder).toBe(pulled.status === 'fulfilled' ? above.postId : clerk.postId);
        expect((await sheet(clerk, fileId)).length).toBe(pulled.status === 'fulfilled' ? 1 : 2);
        expect((await view(officer, fileId)).notesSetAside).toHaveLength(pulled.status === 'fulfilled' ? 1 : 0);
      }
    }, 60_000);
  });
});
