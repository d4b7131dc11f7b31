import type { Actor } from '@patravali/authorization';
import { PageQuery } from '@patravali/contract';
import { FileBoxes } from '@patravali/desk';
import { CloseFile, RegradeFile } from '@patravali/files';
import { PullBackFile } from '@patravali/movement';
import { ConfirmNote, TakeUpNote } from '@patravali/notes';
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
  const { words, view, forward, write, pullUp, movesTo, events, sheet, sent, stored } = withSentFiles(office);

  describe('is pulled up by a superior', () => {
    it('with a reason: it lies opened on that desk, sent by nobody, and the subordinate sees it', async () => {
      const fileId = await sent();
      expect(await movesTo(above, fileId)).toEqual(['pull_up']);
      await pullUp(above, fileId);
      expect(await view(above, fileId)).toMatchObject({
        holder: { marking: above.post.marking },
        from: null,
        unread: false,
        pulledUp: true,
        action: null,
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
