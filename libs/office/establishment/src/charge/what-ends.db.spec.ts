import type { Actor } from '@patravali/authorization';
import { ListDeskViews, SaveDeskView } from '@patravali/desk';
import { EndTenure, TakeLeave } from '@patravali/organisation';
import { ORDER, REASON, useEstablishment } from '../../../../../test/support/establishment/establishment';
import { CloseAccount } from '../people/close-account';
import { HandOverCharge } from './hand-over-charge';

const { office, kept, join } = useEstablishment();
const HANDED = { cause: 'transferred', orderReference: ORDER } as const;
const CLOSED = { cause: 'suspended', reason: REASON } as const;
const LATER = { fromOn: '2099-01-05', fromHalf: 'forenoon', untilOn: '2099-01-09', untilHalf: 'afternoon' } as const;

/** An officer with an assistant, a kept view of his desk, and leave that is to come; and one who acts for him then. */
async function anOfficer() {
  const [officer, link] = [await office().actor(), await office().actor()];
  const assistant = await office().assistantOf(officer);
  const view = { name: 'विलम्बित', filters: { late: true }, isFirst: false };
  await office().get(SaveDeskView).execute(officer, view);
  await office()
    .get(TakeLeave)
    .execute(officer, { ...LATER, linkPostId: link.postId, orderReference: null });
  return { officer, link, assistant };
}

/** Who still holds the post, in which capacity, and until when; with the leave that was withdrawn left out. */
const held = ({ postId }: Actor) =>
  office().rows(
    `SELECT kind, until_on AS "untilOn", until_forenoon AS "untilForenoon" FROM tenure WHERE post_id = $1 AND ended_at IS NULL
     ORDER BY kind`,
    [postId],
  );
const tenureOf = async ({ userId }: Actor) => {
  const [tenure] = await office().rows<{ id: string }>(
    `SELECT id FROM tenure WHERE user_id = $1 AND kind = 'regular'`,
    [userId],
  );
  return tenure?.id ?? '';
};
const relieve = async (officer: Actor, last: { untilOn: string; untilHalf: 'forenoon' | 'afternoon'; now: boolean }) =>
  office()
    .get(EndTenure)
    .execute(kept.administrator, await tenureOf(officer), { cause: 'transferred', orderReference: ORDER, ...last });
const viewsOf = async (by: Actor) => (await office().get(ListDeskViews).execute(by)).items.map(({ name }) => name);

describe('what hung on an officer at a post', () => {
  it.each([
    ['hands over its charge', (by: Actor) => office().get(HandOverCharge).execute(by, by.postId, HANDED)],
    ['loses his account', (by: Actor) => office().get(CloseAccount).execute(kept.administrator, by.userId, CLOSED)],
  ])('ends when he %s: assistants, views, and leave to come', async (_, ending) => {
    const { officer } = await anOfficer();
    await ending(officer);
    expect(await held(officer)).toEqual([]);
    expect(await viewsOf(officer)).toEqual([]);
  });

  it('ends with the half day on which he is relieved, and what is arranged by an order stays', async () => {
    const { officer, link } = await anOfficer();
    const arranged = { personId: link.userId, postId: officer.postId, kind: 'link' } as const;
    await join({ ...arranged, fromOn: '2099-01-12', untilOn: '2099-01-13' });
    await relieve(officer, { untilOn: '2098-12-31', untilHalf: 'forenoon', now: false });
    const last = { untilOn: '2098-12-31', untilForenoon: true };
    expect(await held(officer)).toEqual([
      { kind: 'assistant', ...last },
      { kind: 'link', untilOn: '2099-01-13', untilForenoon: null },
      { kind: 'regular', ...last },
    ]);
    expect(await viewsOf(officer)).toEqual(['विलम्बित']);
  });

  it('is not found by him when he joins again, and not by who comes after him', async () => {
    const { officer } = await anOfficer();
    await office().rows(`UPDATE tenure SET until_on = india_today() - 1 WHERE user_id = $1 AND kind = 'regular'`, [
      officer.userId,
    ]);
    const [today] = await office().rows<{ day: string }>('SELECT india_today()::text AS day');
    await join({ personId: officer.userId, postId: officer.postId, fromOn: today?.day ?? '' });
    expect(await viewsOf(officer)).toEqual([]);
  });

  it('stays with his assistant while another holds the post as well', async () => {
    const { officer, assistant } = await anOfficer();
    const { userId: personId } = await office().actor();
    await join({ personId, postId: officer.postId, kind: 'additional' });
    await relieve(officer, { untilOn: '2098-12-31', untilHalf: 'afternoon', now: false });
    await office().get(CloseAccount).execute(kept.administrator, officer.userId, CLOSED);
    const stays = await office().rows('SELECT holds_now(tenure) AS holds FROM tenure WHERE user_id = $1', [
      assistant.userId,
    ]);
    expect(stays).toEqual([{ holds: true }]);
  });
});
