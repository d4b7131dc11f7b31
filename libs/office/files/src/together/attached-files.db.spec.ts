import type { Actor } from '@patravali/authorization';
import { InboxQuery, PageQuery } from '@patravali/contract';
import { ListMovements } from '@patravali/custody';
import { FileBoxes } from '@patravali/desk';
import { AttachFile, DetachFile, FileHistory, FileViewQuery, LinkFile, UnlinkFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const PAGE = PageQuery.parse({});
const RACES = 12;

describe('files that are together', () => {
  const office = useOffice({ holds: 'section' });
  let clerk: Actor;
  let officer: Actor;
  let stranger: Actor;
  beforeAll(async () => {
    [clerk, officer] = [office().at('ASO'), office().at('SO')];
    stranger = await office().actor({ marking: 'SO(GAD)' });
  });
  const aFile = async (by = clerk, grading: 'normal' | 'confidential' = 'normal') =>
    (await office().newFile(by, { grading })).fileId;
  const view = (by: Actor, fileId: string) => office().get(FileViewQuery).execute(by, fileId);
  const forward = (by: Actor, fileId: string, to: Actor) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, { toPostId: to.postId, ...WORDS });
  const attach = (by: Actor, fileId: string, mainFileId: string) =>
    office().get(AttachFile).execute(by, fileId, { mainFileId });
  const events = async (by: Actor, fileId: string) =>
    (await office().get(FileHistory).execute(by, fileId, PAGE)).items.map(({ name, data }) => [
      name,
      data.otherFileId ?? null,
    ]);
  const inbox = async (by: Actor) =>
    (
      await office()
        .get(FileBoxes)
        .inbox(by, InboxQuery.parse({ limit: 100 }))
    ).items.map(({ id }) => id);

  it('are linked, and each tells of the other to whoever may read it, and of nothing to others', async () => {
    const [own, other] = [await aFile(), await aFile()];
    await office().get(LinkFile).execute(clerk, own, { otherFileId: other });
    expect((await view(clerk, own)).together.linked.map(({ id }) => id)).toEqual([other]);
    expect((await view(clerk, other)).together.linked.map(({ id }) => id)).toEqual([own]);
    expect(await events(clerk, own)).toEqual([
      ['file.created', null],
      ['file.linked', other],
    ]);
    expect(await events(clerk, other)).toEqual([
      ['file.created', null],
      ['file.linked', own],
    ]);
    await forward(clerk, own, stranger);
    expect((await view(stranger, own)).together.linked).toEqual([]);
    // The numbers of its history run on: nothing tells of what is left out.
    expect((await events(stranger, own)).map(([name]) => name)).toEqual(['file.created', 'file.forwarded']);
    await expect(office().get(UnlinkFile).execute(stranger, own, other, { reason: 'x' })).rejects.toMatchObject({
      code: 'not-linked',
    });
    await office().get(UnlinkFile).execute(clerk, other, own, { reason: 'प्रकरण भिन्न है' });
    expect((await view(clerk, own)).together.linked).toEqual([]);
    expect((await events(clerk, own)).at(-1)).toEqual(['file.unlinked', other]);
  });

  it('travel together: what is inside lies where the main file lies, and its own register says so', async () => {
    const [main, inside] = [await aFile(), await aFile()];
    await attach(clerk, inside, main);
    expect(await view(clerk, main)).toMatchObject({ attachedFiles: 1, together: { attached: [{ id: inside }] } });
    expect(await view(clerk, inside)).toMatchObject({
      state: 'attached',
      together: { attachedTo: { id: main, holder: clerk.postId } },
      allowedMoves: ['detach', 'follow'],
    });
    expect(await inbox(clerk)).not.toContain(inside);
    const { version } = await view(clerk, inside);
    await forward(clerk, main, officer);
    expect(await view(officer, inside)).toMatchObject({
      holder: officer.postId,
      state: 'attached',
      version: version + 1,
    });
    await expect(forward(officer, inside, clerk)).rejects.toMatchObject({ code: 'file-attached' });
    await office().get(DetachFile).execute(officer, inside, {});
    expect(await inbox(officer)).toEqual(expect.arrayContaining([main, inside]));
    expect(await view(officer, inside)).toMatchObject({ state: 'on_desk', from: null, unread: false });
    const { items } = await office().get(ListMovements).execute(officer, inside, PAGE);
    expect(items.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['created', null, clerk.postId],
      ['carried', clerk.postId, officer.postId],
    ]);
    expect((await events(officer, main)).map(([name]) => name)).toEqual([
      'file.created',
      'file.attached',
      'file.forwarded',
      'file.detached',
    ]);
  });

  it.each([1, 2])(
    'one wins of attaching and of forwarding either file, with %s more process(es)',
    async (more) => {
      const others = await Promise.all(Array.from({ length: more }, () => office().start()));
      const at = (process: number) => others[process % others.length] ?? office().app;
      const outcomes = new Set<string>();
      for (let race = 0; race < RACES; race++) {
        const [main, inside] = [await aFile(), await aFile()];
        const sent = race % 2 === 0 ? main : inside;
        const [attached, forwarded] = await Promise.allSettled([
          office().get(AttachFile).execute(clerk, inside, { mainFileId: main }),
          at(race)
            .get(ForwardFile, { strict: false })
            .execute(clerk, sent, { toPostId: officer.postId, ...WORDS }),
        ]);
        outcomes.add(`${sent === main ? 'main' : 'inside'} ${attached.status} ${forwarded.status}`);
        const [held] = await office().rows<{ together: boolean; inside: string | null; desks: number }>(
          `SELECT attached_to_file_id = $2 AS together, attached_to_file_id AS inside,
           (SELECT count(DISTINCT holder_post_id)::int FROM file_custody WHERE file_id IN ($1, $2)) AS desks
         FROM file_custody WHERE file_id = $1`,
          [inside, main],
        );
        // Attached and sent: both are with the officer. Refused: the sent one alone is.
        expect([attached.status, forwarded.status, held]).toEqual([
          attached.status,
          forwarded.status,
          attached.status === 'fulfilled'
            ? { together: true, inside: main, desks: 1 }
            : { together: null, inside: null, desks: forwarded.status === 'fulfilled' ? 2 : 1 },
        ]);
        if (sent === main) expect(forwarded.status).toBe('fulfilled');
        else expect([attached.status, forwarded.status].sort()).toEqual(['fulfilled', 'rejected']);
      }
      expect(outcomes.size).toBeGreaterThan(1);
    },
    60_000,
  );
});
