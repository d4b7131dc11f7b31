import type { Actor } from '@patravali/authorization';
import { FileView } from '@patravali/contract';
import { DeskCountsQuery, FileBoxes, SetAsideBoxes } from '@patravali/desk';
import { FileHistory, FileViewQuery, CloseFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { ListParkings } from './list-parkings';
import { ParkFile } from './park-file';
import { PutInCallBook } from './put-in-call-book';
import { ReviewCallBook } from './review-call-book';
import { TakeOutOfCallBook } from './take-out-of-call-book';

const PAGE = { limit: 50 };
const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const CASE = { cause: 'court', reason: 'उच्च न्यायालय में रिट याचिका विचाराधीन' } as const;

const today = (day: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '${day}'::date $$`,
  );
const putIn = (by: Actor, fileId: string, reviewOn = '2026-07-31') =>
  office()
    .get(PutInCallBook)
    .execute(by, fileId, { ...CASE, reviewOn });
const review = (by: Actor, fileId: string, reviewOn: string) =>
  office().get(ReviewCallBook).execute(by, fileId, { reviewOn, remarks: 'अगली तिथि 20 अगस्त' });
const counts = (by: Actor) => office().get(DeskCountsQuery).execute(by);
const booked = async (by: Actor) => (await office().get(SetAsideBoxes).callBook(by, PAGE)).items;
const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));

/** A file that was asked for by a day that has passed since. */
async function late(): Promise<string> {
  await today('2026-06-01');
  const { fileId } = await office().newFile(office().at('ASO'));
  await office()
    .get(ForwardFile)
    .execute(office().at('ASO'), fileId, {
      toPostId: so().postId,
      dueOn: '2026-06-10',
      ...WORDS,
    });
  await today('2026-07-01');
  return fileId;
}

describe('the call book', () => {
  it('takes a case out of the arrears, and gives it back to them', async () => {
    const fileId = await late();
    const before = await counts(so());
    expect(before.late).toBeGreaterThan(0);
    await putIn(so(), fileId);
    expect(await counts(so())).toEqual({
      ...before,
      inbox: before.inbox - 1,
      unread: before.unread - 1,
      late: before.late - 1,
      callBook: before.callBook + 1,
    });
    const [row] = await booked(so());
    expect(row).toMatchObject({ id: fileId, state: 'in_call_book', reviewOn: '2026-07-31', dueOn: '2026-06-10' });
    await office().get(TakeOutOfCallBook).execute(so(), fileId, { remarks: 'याचिका निस्तारित' });
    expect(await counts(so())).toEqual({ ...before, unread: before.unread - 1 });
    const { items } = await office()
      .get(FileBoxes)
      .inbox(so(), { order: 'due', late: true, ...PAGE });
    expect(items.map(({ id }) => id)).toContain(fileId);
  });

  it('is reviewed monthly: an overdue review is counted, and the review sets the next', async () => {
    const fileId = await late();
    await putIn(so(), fileId);
    await today('2026-07-31');
    const { reviewsOverdue } = await counts(so());
    await today('2026-08-01');
    expect(await counts(so())).toMatchObject({ reviewsOverdue: reviewsOverdue + 1 });
    await review(so(), fileId, '2026-09-01');
    expect(await counts(so())).toMatchObject({ reviewsOverdue });
    const { items } = await office().get(ListParkings).execute(so(), fileId, PAGE);
    expect(items).toMatchObject([
      { kind: 'put_in_call_book', untilOn: '2026-07-31', cause: 'court', remarks: CASE.reason },
      { kind: 'reviewed', untilOn: '2026-09-01', cause: null, remarks: 'अगली तिथि 20 अगस्त' },
    ]);
    expect(await view(so(), fileId)).toMatchObject({ parking: { kind: 'reviewed' }, reviewOn: '2026-09-01' });
  });

  it.each([
    ['today', '2026-07-01', { code: 'day-too-early', params: { earliest: '2026-07-02' } }],
    ['in more than a month', '2026-08-02', { code: 'day-too-late', params: { latest: '2026-08-01' } }],
  ])('is not reviewed %s', async (_, reviewOn, refusal) => {
    const fileId = await late();
    const before = await office().counts();
    await expect(putIn(so(), fileId, reviewOn)).rejects.toMatchObject(refusal);
    expect(await office().counts()).toEqual(before);
  });

  it('is an act of the officer who holds the file', async () => {
    const { fileId } = await office().newFile(office().at('ASO'));
    await today('2026-07-01');
    await expect(putIn(office().at('ASO'), fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(putIn(so(), fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(putIn(office().at('CLERK'), fileId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses what needs the file on the desk, and what is of the other book', async () => {
    const fileId = await late();
    const reviewing = review(so(), fileId, '2026-07-20');
    await expect(reviewing).rejects.toMatchObject({ code: 'illegal-file-move' });
    await office().get(ParkFile).execute(so(), fileId, { until: null, event: 'reply_received' });
    await putIn(so(), fileId);
    const params = { reviewOn: '2026-07-31' };
    const closing = office().get(CloseFile).execute(so(), fileId, { reason: 'x', confirmNote: false });
    await expect(closing).rejects.toMatchObject({ code: 'file-in-call-book', params });
    const parking = office().get(ParkFile).execute(so(), fileId, { until: '2026-08-01', event: null });
    await expect(parking).rejects.toMatchObject({ code: 'file-in-call-book', params: { move: 'park', ...params } });
    const { items } = await office().get(FileHistory).execute(so(), fileId, PAGE);
    expect(items.slice(-2).map(({ name }) => name)).toEqual(['file.parked', 'file.put_in_call_book']);
  });
});
