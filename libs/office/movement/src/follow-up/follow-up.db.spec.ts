import type { Actor } from '@patravali/authorization';
import { FileView } from '@patravali/contract';
import { DeskCountsQuery, SetAsideBoxes } from '@patravali/desk';
import { CloseFile, FileHistory, FileViewQuery, RegradeFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { ClearReminder } from './clear-reminder';
import { FollowFile } from './follow-file';
import { RemindHolder } from './remind-holder';
import { SetReminder } from './set-reminder';
import { UnfollowFile } from './unfollow-file';

const PAGE = { limit: 50 };
const office = useOffice({ holds: 'section' });
const [aso, so, us] = [() => office().at('ASO'), () => office().at('SO'), () => office().at('US')];

const today = (day: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '${day}'::date $$`,
  );
const follow = (by: Actor, fileId: string) => office().get(FollowFile).execute(by, fileId);
const remindMe = (by: Actor, fileId: string, on: string) =>
  office().get(SetReminder).execute(by, fileId, { on, words: 'उत्तर आया या नहीं' });
const remind = (by: Actor, fileId: string, words?: string) => office().get(RemindHolder).execute(by, fileId, { words });
const followed = async (by: Actor, news?: true) =>
  (
    await office()
      .get(SetAsideBoxes)
      .followUp(by, { ...PAGE, news })
  ).items;
const rowOf = async (by: Actor, fileId: string) => (await followed(by)).find(({ id }) => id === fileId);
const counts = async (by: Actor) => {
  const { followUp, followUpNews } = await office().get(DeskCountsQuery).execute(by);
  return { followUp, followUpNews };
};
const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
const send = (by: Actor, fileId: string, to: Actor, remarks?: string) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, remarks, ...WORDS });

describe('following a file', () => {
  it('shows where it is and since when, and whether it has moved since one last looked', async () => {
    const { fileId, number } = await office().newFile(aso());
    const before = await counts(aso());
    await follow(aso(), fileId);
    expect(await rowOf(aso(), fileId)).toMatchObject({ number, following: { moved: false, remindOn: null } });
    await send(aso(), fileId, so());
    expect(await rowOf(aso(), fileId)).toMatchObject({ holder: so().postId, following: { moved: true } });
    expect(await counts(aso())).toEqual({ followUp: before.followUp + 1, followUpNews: before.followUpNews + 1 });
    expect((await followed(aso(), true)).map(({ id }) => id)).toContain(fileId);
    expect(await view(aso(), fileId)).toMatchObject({ following: { moved: true } });
    await follow(aso(), fileId);
    expect(await rowOf(aso(), fileId)).toMatchObject({ following: { moved: false } });
    await office().get(CloseFile).execute(so(), fileId, { reason: 'निस्तारित', confirmNote: false });
    expect(await rowOf(aso(), fileId)).toMatchObject({ state: 'closed', following: { moved: true } });
    expect(await view(so(), fileId)).toMatchObject({ following: null });
  });

  it('is a matter of the post: nobody else is told, and the file is not changed', async () => {
    const { fileId } = await office().newFile(aso());
    const { version } = await view(aso(), fileId);
    await follow(so(), fileId);
    expect(await view(aso(), fileId)).toMatchObject({ version, following: null });
    const { items } = await office().get(FileHistory).execute(aso(), fileId, PAGE);
    expect(items.map(({ name }) => name)).toEqual(['file.created']);
    const [event] = await office().rows(`SELECT name, subject_kind FROM event WHERE related_id = $1`, [fileId]);
    expect(event).toEqual({ name: 'user.file_followed', subject_kind: 'user' });
  });

  it('is for whoever may read it, and ends when they may not', async () => {
    const { fileId } = await office().newFile(so());
    await expect(follow(office().at('CLERK'), fileId)).rejects.toMatchObject({ code: 'not-found' });
    await follow(us(), fileId);
    const before = await counts(us());
    await office()
      .get(RegradeFile)
      .execute(so(), fileId, { grading: 'secret', reason: 'जाँच' }, (await view(so(), fileId)).version);
    expect(await rowOf(us(), fileId)).toBeUndefined();
    expect(await counts(us())).toEqual({ ...before, followUp: before.followUp - 1 });
    await expect(follow(us(), fileId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is ended by hand; what is not followed is not ended', async () => {
    const { fileId } = await office().newFile(aso());
    await follow(aso(), fileId);
    await office().get(UnfollowFile).execute(aso(), fileId);
    expect(await rowOf(aso(), fileId)).toBeUndefined();
    await expect(office().get(UnfollowFile).execute(aso(), fileId)).rejects.toMatchObject({ code: 'not-followed' });
  });

  it('is no act of an assistant', async () => {
    const assistant = await office().assistantOf(so());
    const { fileId } = await office().newFile(so());
    await expect(follow(assistant, fileId)).rejects.toMatchObject({ code: 'not-for-assistants' });
  });
});

describe('a reminder to oneself', () => {
  it('stands among the news from its day on, and until it is cleared', async () => {
    await today('2026-07-01');
    const { fileId } = await office().newFile(aso());
    const before = await counts(aso());
    await remindMe(aso(), fileId, '2026-07-03');
    expect(await rowOf(aso(), fileId)).toMatchObject({ following: { remindOn: '2026-07-03', moved: false } });
    expect(await counts(aso())).toEqual({ ...before, followUp: before.followUp + 1 });
    await today('2026-07-02');
    expect(await counts(aso())).toMatchObject({ followUpNews: before.followUpNews });
    await today('2026-07-03');
    expect(await counts(aso())).toMatchObject({ followUpNews: before.followUpNews + 1 });
    await today('2026-07-09');
    expect(await counts(aso())).toMatchObject({ followUpNews: before.followUpNews + 1 });
    await office().get(ClearReminder).execute(aso(), fileId);
    expect(await counts(aso())).toMatchObject({ followUpNews: before.followUpNews });
    await expect(office().get(ClearReminder).execute(aso(), fileId)).rejects.toMatchObject({ code: 'no-reminder' });
  });

  it('is not set for a day that has passed; today will do', async () => {
    await today('2026-07-02');
    const { fileId } = await office().newFile(aso());
    await expect(remindMe(aso(), fileId, '2026-07-01')).rejects.toMatchObject({
      code: 'day-too-early',
      params: { earliest: '2026-07-02' },
    });
    await expect(remindMe(aso(), fileId, '2026-07-02')).resolves.toMatchObject({ id: fileId });
  });
});

describe('a reminder to the holder', () => {
  it('is shown to the holder on the row and in the head, once a day from each post, and leaves with the desk', async () => {
    await today('2026-07-01');
    const { fileId } = await office().newFile(aso());
    await send(aso(), fileId, so());
    const { version } = await view(so(), fileId);
    expect((await view(aso(), fileId)).allowedMoves).toContain('remind');
    await remind(aso(), fileId, 'कृपया शीघ्र निस्तारित करें');
    await expect(remind(aso(), fileId)).rejects.toMatchObject({
      code: 'reminded-today',
      params: { day: '2026-07-01' },
    });
    await remind(us(), fileId, 'आज ही भेजें');
    expect(await view(so(), fileId)).toMatchObject({
      version,
      reminders: 2,
      lastReminder: { words: 'आज ही भेजें', by: { post: { marking: 'US' } } },
    });
    await today('2026-07-02');
    await remind(aso(), fileId);
    expect(await view(so(), fileId)).toMatchObject({ reminders: 3, lastReminder: { words: null } });
    const { items } = await office().get(FileHistory).execute(so(), fileId, PAGE);
    expect(items.filter(({ name }) => name === 'file.reminded')).toHaveLength(3);
    await send(so(), fileId, us());
    expect(await view(us(), fileId)).toMatchObject({ reminders: 0, lastReminder: null });
  });

  it('on a day of rest counts for the next on which the office works', async () => {
    const { fileId } = await office().newFile(aso());
    await send(aso(), fileId, so());
    // A Sunday, and the Monday after it.
    await office().rows('INSERT INTO rest_day VALUES ($1, 0, 1)', [office().id]);
    await today('2026-07-05');
    await remind(aso(), fileId);
    await today('2026-07-06');
    await expect(remind(aso(), fileId)).rejects.toMatchObject({
      code: 'reminded-today',
      params: { day: '2026-07-06' },
    });
    await today('2026-07-07');
    await remind(aso(), fileId);
  });

  it('comes from the sender and the superiors of the holder alone', async () => {
    const { fileId } = await office().newFile(so());
    await expect(remind(so(), fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await send(so(), fileId, aso());
    await send(aso(), fileId, us(), 'अत्यावश्यक');
    // He held it, and did not send it to where it is; nor does he stand above.
    await expect(remind(so(), fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await view(so(), fileId)).allowedMoves).not.toContain('remind');
    await office().get(CloseFile).execute(us(), fileId, { reason: 'निस्तारित', confirmNote: false });
    await expect(remind(so(), fileId)).rejects.toMatchObject({ code: 'illegal-file-move' });
  });

  it('is one, however many are sent at once', async () => {
    const { fileId } = await office().newFile(aso());
    await send(aso(), fileId, so());
    await Promise.allSettled([1, 2, 3, 4].map(() => remind(aso(), fileId)));
    expect(await view(so(), fileId)).toMatchObject({ reminders: 1 });
  });
});
