import type { Actor } from '@patravali/authorization';
import type { ChecklistItem } from '@patravali/contract';
import { GetChecklist } from '@patravali/upkeep';
import { useOffice } from '../../../../../test/support/office/office';

/** Keys and backups are of the server: those of a test are not looked at here. */
const ELSEWHERE: readonly ChecklistItem[] = ['signing-key', 'backup'];

describe('what is missing before the first letter', () => {
  const office = useOffice({ config: { mail: { kind: 'none' } } });
  let administrator: Actor;
  let clerk: Actor;
  const checklist = () => office().get(GetChecklist).execute(administrator);
  const missing = async () =>
    (await checklist()).items
      .filter(({ item, isDone }) => !isDone && !ELSEWHERE.includes(item))
      .map(({ item }) => item);
  beforeAll(async () => {
    administrator = await office().actor({ roles: ['administrator'] });
    // The key of the office is opened when it is first asked for.
    await checklist();
  }, 120_000);

  it('are posts and who holds them, until each who registers, signs and sends has a post and a holder', async () => {
    expect(await missing()).toEqual(['posts', 'charges', 'mail']);
    await office().actor({ roles: ['officer'] });
    expect(await missing()).toEqual(['posts', 'charges', 'mail']);
    clerk = await office().actor({ roles: ['dealing_hand', 'dispatcher'] });
    expect(await missing()).toEqual(['mail']);
  });

  it('follows the day: a post whose holder has left is there, and nobody has its charge', async () => {
    await office().rows('UPDATE tenure SET until_on = india_today() - 1 WHERE post_id = $1', [clerk.postId]);
    expect(await missing()).toEqual(['charges', 'mail']);
    await office().rows('UPDATE tenure SET until_on = NULL WHERE post_id = $1', [clerk.postId]);
    await office().rows(`UPDATE tenure SET kind = 'assistant' WHERE post_id = $1`, [clerk.postId]);
    expect(await missing()).toEqual(['charges', 'mail']);
  });

  it('are the address and the heads, where there is none', async () => {
    await office().rows(`UPDATE organisation SET address_hi = '', address_en = ''`);
    await office().rows('DELETE FROM number_head');
    expect(await missing()).toEqual(['charges', 'number-heads', 'letterhead', 'mail']);
    expect((await checklist()).isReady).toBe(false);
  });

  it('is nothing to anybody but administrators', async () => {
    await expect(office().get(GetChecklist).execute(clerk)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
