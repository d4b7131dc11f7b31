import type { Actor } from '@patravali/authorization';
import { MOST_VIEWS, SaveDeskView as Request, type ViewFilters } from '@patravali/contract';
import { ChangeDeskView, DeleteDeskView, ListDeskViews, SaveDeskView } from '@patravali/desk';
import { useOffice } from '../../../../../test/support/office/office';

const office = useOffice({ holds: 'section' });

describe('views of the inbox', () => {
  const [so, us] = [() => office().at('SO'), () => office().at('US')];
  beforeEach(() => office().rows('DELETE FROM desk_view'));

  const save = (by: Actor, name: string, filters: ViewFilters = { late: true }, isFirst = false) =>
    office().get(SaveDeskView).execute(by, { name, filters, isFirst });
  const change = (by: Actor, id: string, name: string, { isFirst = false, ifMatch = 1 } = {}) =>
    office()
      .get(ChangeDeskView)
      .execute(by, id, { name, filters: { unread: true, order: 'urgency' }, isFirst }, ifMatch);
  const remove = (by: Actor, id: string, ifMatch?: number) => office().get(DeleteDeskView).execute(by, id, ifMatch);
  const list = async (by: Actor) => (await office().get(ListDeskViews).execute(by)).items;

  it('show what they were saved with, by name, until they are changed or deleted', async () => {
    const { id } = await save(so(), 'विलम्बित', { late: true, order: 'due', grouped: true });
    await save(so(), 'अपठित');
    expect((await list(so())).map(({ name }) => name)).toEqual(['अपठित', 'विलम्बित']);
    expect(await change(so(), id, 'तत्काल')).toEqual({ id, version: 2 });
    expect(await list(so())).toMatchObject([
      { name: 'अपठित', filters: { late: true }, version: 1 },
      { name: 'तत्काल', filters: { unread: true, order: 'urgency' }, version: 2 },
    ]);
    await remove(so(), id, 2);
    expect(await list(so())).toHaveLength(1);
  });

  it('are also searches, with their words and what they are narrowed to, and without words those of files', async () => {
    const search = { q: 'नलकूप', kind: 'note', holderId: us().postId, state: 'open', from: '2026-01-01' } as const;
    const { id } = await save(so(), 'नलकूप', { search });
    await save(so(), 'बन्द', { search: { state: 'closed' } });
    expect((await list(so())).map(({ filters }) => filters)).toEqual([{ search }, { search: { state: 'closed' } }]);
    await change(so(), id, 'अपठित');
    expect((await list(so()))[0]).toMatchObject({ filters: { unread: true } });
    await expect(save(so(), 'बन्द', { search })).rejects.toMatchObject({ code: 'view-name-taken' });
    expect(await list(so())).toHaveLength(2);
  });

  it('are of one person and one post: nobody else reads, changes or deletes them, not even he from another post', async () => {
    const { id } = await save(so(), 'मेरी');
    const elsewhere: Actor = { ...us(), userId: so().userId };
    const assistant = await office().assistantOf(so());
    for (const other of [us(), elsewhere, assistant]) {
      expect(await list(other)).toEqual([]);
      await expect(change(other, id, 'x')).rejects.toMatchObject({ code: 'not-found' });
      await expect(remove(other, id)).rejects.toMatchObject({ code: 'not-found' });
    }
    await save(elsewhere, 'मेरी');
    await save(assistant, 'मेरी');
    expect(await list(so())).toHaveLength(1);
  });

  it('make one the first page of the post, and then no other', async () => {
    const one = await save(so(), 'एक', {}, true);
    const two = await save(so(), 'दो', {}, true);
    const first = async () => (await list(so())).filter(({ isFirst }) => isFirst).map(({ name }) => name);
    expect(await first()).toEqual(['दो']);
    await change(so(), one.id, 'एक', { isFirst: true, ifMatch: 2 });
    expect(await first()).toEqual(['एक']);
    await change(so(), one.id, 'एक', { isFirst: false, ifMatch: 3 });
    expect(await first()).toEqual([]);
    await expect(change(so(), two.id, 'दो')).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('bear each its own name', async () => {
    await save(so(), 'एक');
    const { id } = await save(so(), 'दो');
    const taken = { code: 'view-name-taken', params: { name: 'एक' } };
    await expect(save(so(), 'एक')).rejects.toMatchObject(taken);
    await expect(change(so(), id, 'एक')).rejects.toMatchObject(taken);
    await change(so(), id, 'दो');
  });

  it('are no more than twenty for one post, also when two are saved at once; a place that became free is taken', async () => {
    for (let count = 1; count < MOST_VIEWS; count++) await save(so(), `सूची ${count}`);
    const both = await Promise.allSettled([save(so(), 'क'), save(so(), 'ख')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(save(so(), 'ग')).rejects.toMatchObject({ code: 'too-many-views', params: { count: MOST_VIEWS } });
    await remove(so(), (await list(so()))[4]?.id ?? '');
    await save(so(), 'ग');
    await save(us(), 'घ');
  });

  it('are recorded of the person, and never by their words', async () => {
    const { id } = await save(so(), 'गोपनीय शब्द');
    await change(so(), id, 'अन्य शब्द');
    await remove(so(), id);
    const events = await office().rows(
      `SELECT name, post_id AS "postId", data FROM event WHERE name LIKE 'user.view%' ORDER BY id DESC LIMIT 3`,
    );
    expect(events).toEqual(
      ['user.view_deleted', 'user.view_changed', 'user.view_saved'].map((name) => ({ name, postId: null, data: {} })),
    );
    expect(JSON.stringify(await office().rows('SELECT * FROM event'))).not.toContain('शब्द');
  });

  it('hold no filter that the inbox or the search does not know', () => {
    const parsed = (filters: object) => Request.safeParse({ name: 'क', filters }).success;
    expect(parsed({ unread: true, decision: 'any', order: 'sender', grouped: true })).toBe(true);
    expect(parsed({ search: { q: 'नलकूप', kind: 'file', sender: 'राम' } })).toBe(true);
    for (const wrong of [
      { q: '' },
      { q: 'अ'.repeat(201) },
      { kind: 'all' },
      { state: 'lost' },
      { holderId: 'SO' },
      { limit: 3 },
    ])
      expect([wrong, parsed({ search: wrong })]).toEqual([wrong, false]);
    expect(parsed({ search: { q: 'नलकूप' }, unread: true })).toBe(false);
    for (const wrong of [{ cursor: 'x' }, { limit: 3 }, { order: 'size' }, { late: 'true' }, { from: 'SO' }])
      expect([wrong, parsed(wrong)]).toEqual([wrong, false]);
  });
});
