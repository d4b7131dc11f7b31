import type { Actor } from '@patravali/authorization';
import { InboxQuery, PageQuery } from '@patravali/contract';
import { FileBoxes } from '@patravali/desk';
import { CloseFile } from '@patravali/files';
import { OpenFile, PullBackFile, PutUpForCorrection, ReturnFile } from '@patravali/movement';
import { TakeUpNote } from '@patravali/notes';
import { useOffice } from '../../../../../test/support/office/office';
import { withSentFiles } from '../../../../../test/support/acts/sent-files';

const PAGE = PageQuery.parse({});
const RACES = 8;

describe('a file that was opened', () => {
  const office = useOffice({ holds: 'section' });
  let clerk: Actor;
  let officer: Actor;
  let above: Actor;
  beforeAll(() => {
    [clerk, officer, above] = [office().at('ASO'), office().at('SO'), office().at('US')];
  });
  const { words, view, forward, write, ask, agree, refuse, withdraw, pullUp, movesTo, events, sheet, sent, stored } =
    withSentFiles(office);

  describe('is asked for by its sender', () => {
    it('who gets it back when the holder agrees, with what had been asked of him before', async () => {
      const fileId = await sent();
      await forward(officer, fileId, above, { confirmNote: true });
      expect(await movesTo(officer, fileId)).toEqual(['pull_back']);
      await office().get(OpenFile).execute(above, fileId);
      expect(await movesTo(officer, fileId)).toEqual(['ask_recall']);
      const { version } = await view(above, fileId);
      expect(await ask(officer, fileId)).toEqual({ id: fileId, version });
      expect(await movesTo(officer, fileId)).toEqual(['withdraw_recall']);
      expect(await movesTo(above, fileId)).toEqual(['agree_recall', 'refuse_recall']);
      expect(await view(above, fileId)).toMatchObject({
        recall: 'asked',
        lastRecall: { by: { post: { marking: officer.post.marking } }, reason: 'तथ्य जोड़ने हैं', outcome: null },
      });
      const boxes = office().get(FileBoxes);
      const row = { id: fileId, recall: 'asked' };
      expect((await boxes.inbox(above, InboxQuery.parse({}))).items).toContainEqual(expect.objectContaining(row));
      expect((await boxes.sent(officer, PAGE)).items).toContainEqual(expect.objectContaining(row));

      await agree(above, fileId);
      expect(await view(officer, fileId)).toMatchObject({
        holder: { marking: officer.post.marking },
        from: { marking: above.post.marking },
        unread: true,
        action: 'for_approval',
        recall: null,
        lastRecall: null,
        counts: { notes: 2 },
      });
      expect((await stored(fileId))?.kind).toBe('recalled');
      expect((await events(officer, fileId)).slice(-2)).toEqual(['file.recall_asked', 'file.recalled']);
      // Until it is opened, whoever gave it back may pull it back.
      expect(await movesTo(above, fileId)).toEqual(['pull_back', 'pull_up']);
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
      expect(await movesTo(clerk, fileId)).toEqual(['ask_recall']);
      await ask(clerk, fileId);
      await withdraw(clerk, fileId);
      expect(await view(officer, fileId)).toMatchObject({ recall: null, lastRecall: { outcome: 'withdrawn' } });
      expect((await events(clerk, fileId)).slice(-4)).toEqual([
        'file.recall_asked',
        'file.recall_refused',
        'file.recall_asked',
        'file.recall_withdrawn',
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
      await expect(agree(officer, fileId)).rejects.toMatchObject({ code: 'not-allowed' });
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
      expect(await movesTo(above, fileId)).toEqual([]);
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
});
