import type { Actor } from '@patravali/authorization';
import { MOST_PHRASES, PHRASE_OWNERS, type PhraseOwner, SaveQuickPhrase as Request } from '@patravali/contract';
import { ChangeQuickPhrase, DeleteQuickPhrase, ListQuickPhrases, SaveQuickPhrase } from '@patravali/notes';
import fc from 'fast-check';
import { useOffice } from '../../../../../test/support/office/office';

const office = useOffice({ holds: 'section' });
const text = (hi: string | null, en: string | null = null) => ({ hi, en });

describe('quick phrases', () => {
  const so = () => office().at('SO');
  const aso = () => office().at('ASO');
  beforeEach(() => office().rows('DELETE FROM quick_phrase'));

  const save = (by: Actor, of: PhraseOwner, hi: string, en: string | null = null) =>
    office()
      .get(SaveQuickPhrase)
      .execute(by, { of, text: text(hi, en) });
  const change = (by: Actor, id: string, hi: string, place = 1, ifMatch = 1) =>
    office()
      .get(ChangeQuickPhrase)
      .execute(by, id, { text: text(hi), place }, ifMatch);
  const remove = (by: Actor, id: string, ifMatch?: number) => office().get(DeleteQuickPhrase).execute(by, id, ifMatch);
  const list = async (by: Actor) => (await office().get(ListQuickPhrases).execute(by)).items;
  const wordsOf = async (by: Actor) => (await list(by)).map(({ text: { hi } }) => hi);
  const lastEvent = async () =>
    (
      await office().rows(
        `SELECT name, subject_kind AS "subjectKind", user_id AS "userId", post_id AS "postId", data
         FROM event ORDER BY id DESC LIMIT 1`,
      )
    )[0];

  it('are one’s own, then those of the unit, each in its order and in both languages', async () => {
    await save(so(), 'unit', 'अनुभाग का');
    await save(aso(), 'person', 'पहला', 'First');
    await save(aso(), 'person', 'दूसरा');
    expect(await list(aso())).toMatchObject([
      { of: 'person', text: { hi: 'पहला', en: 'First' }, place: 1, version: 1 },
      { of: 'person', text: { hi: 'दूसरा', en: null }, place: 2 },
      { of: 'unit', text: { hi: 'अनुभाग का', en: null }, place: 1 },
    ]);
    expect(await wordsOf(so())).toEqual(['अनुभाग का']);
  });

  it('of a unit are not read by another unit, nor those of a person by another person', async () => {
    const unit = await save(so(), 'unit', 'अनुभाग का');
    const own = await save(so(), 'person', 'अपना');
    for (const other of [office().at('OTHER'), await foreigner()]) {
      expect(await list(other)).toEqual([]);
      for (const { id } of [unit, own]) {
        await expect(change(other, id, 'x')).rejects.toMatchObject({ code: 'not-found' });
        await expect(remove(other, id)).rejects.toMatchObject({ code: 'not-found' });
      }
    }
    await expect(remove(aso(), own.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a unit are kept by its officers, and by nobody else who reads them', async () => {
    const { id } = await save(so(), 'unit', 'अनुभाग का');
    for (const other of [aso(), office().at('DISPATCH')]) {
      await expect(save(other, 'unit', 'मेरा')).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(change(other, id, 'मेरा')).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(remove(other, id)).rejects.toMatchObject({ code: 'not-allowed' });
      expect((await office().get(ListQuickPhrases).execute(other)).keepsUnit).toBe(false);
    }
    expect((await office().get(ListQuickPhrases).execute(so())).keepsUnit).toBe(true);
    await change(so(), id, 'बदला हुआ');
    expect(await wordsOf(aso())).toEqual(['बदला हुआ']);
  });

  it('of the office are kept by administrators, and used by whoever works there', async () => {
    const administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    await expect(save(so(), 'office', 'मेरा')).rejects.toMatchObject({ code: 'not-allowed' });
    const { id } = await save(administrator, 'office', 'कार्यालय का');
    const second = await save(administrator, 'office', 'दूसरा');
    await save(so(), 'unit', 'अनुभाग का');
    await save(aso(), 'person', 'अपना');
    expect((await list(aso())).map(({ of }) => of)).toEqual(['person', 'unit', 'office', 'office']);
    expect(await wordsOf(office().at('OTHER'))).toEqual(['कार्यालय का', 'दूसरा']);
    expect(await wordsOf(await foreigner())).toEqual([]);
    for (const other of [so(), aso()]) {
      await expect(change(other, id, 'मेरा')).rejects.toMatchObject({ code: 'not-allowed' });
      expect((await office().get(ListQuickPhrases).execute(other)).keepsOffice).toBe(false);
    }
    await change(administrator, second.id, 'अब पहला');
    expect(await wordsOf(office().at('OTHER'))).toEqual(['अब पहला', 'कार्यालय का']);
    await remove(administrator, second.id);
    expect(await lastEvent()).toMatchObject({ name: 'organisation.phrase_deleted', subjectKind: 'organisation' });
    expect(await list(office().at('OTHER'))).toMatchObject([{ of: 'office', place: 1 }]);
  });

  it('of a personal assistant are his own, and recorded of no post; the unit’s he only uses', async () => {
    const assistant = await office().assistantOf(so());
    await save(so(), 'unit', 'अनुभाग का');
    await save(assistant, 'person', 'मेरा');
    expect(await lastEvent()).toMatchObject({ name: 'user.phrase_saved', userId: assistant.userId, postId: null });
    expect(await wordsOf(assistant)).toEqual(['मेरा', 'अनुभाग का']);
    await expect(save(assistant, 'unit', 'x')).rejects.toMatchObject({ code: 'not-for-assistants' });
  });

  it('are recorded by what was done, and never by their words', async () => {
    const { id } = await save(so(), 'unit', 'गोपनीय शब्द');
    expect(await lastEvent()).toMatchObject({
      name: 'organisation.phrase_saved',
      subjectKind: 'organisation',
      data: {},
      userId: so().userId,
      postId: so().postId,
    });
    await change(so(), id, 'अन्य शब्द');
    expect(await lastEvent()).toMatchObject({ name: 'organisation.phrase_changed', data: {} });
    await remove(so(), id, 2);
    expect(await lastEvent()).toMatchObject({ name: 'organisation.phrase_deleted', data: {} });
    expect(JSON.stringify(await office().rows('SELECT * FROM event'))).not.toContain('शब्द');
  });

  it('are not changed by whoever saw an earlier version', async () => {
    const { id } = await save(aso(), 'person', 'पहला');
    expect(await change(aso(), id, 'दूसरा')).toEqual({ id, version: 2 });
    await expect(change(aso(), id, 'तीसरा')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(remove(aso(), id, 1)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await wordsOf(aso())).toEqual(['दूसरा']);
  });

  it('are no more than fifty of one owner, also when two are saved at once', async () => {
    for (let count = 1; count < MOST_PHRASES; count++) await save(aso(), 'person', `वाक्य ${count}`);
    const both = await Promise.allSettled([save(aso(), 'person', 'एक'), save(aso(), 'person', 'दो')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(save(aso(), 'person', 'तीन')).rejects.toMatchObject({
      code: 'too-many-phrases',
      params: { count: MOST_PHRASES },
    });
    await save(so(), 'person', 'दूसरे व्यक्ति का');
  });

  it('stand as they were put, without a gap, whatever is added, moved and deleted', async () => {
    const keeper = await office().actor({ marking: 'KEEPER', roles: ['officer', 'administrator'] });
    const act = fc.oneof(
      fc.record({ does: fc.constant('save' as const), of: fc.constantFrom(...PHRASE_OWNERS) }),
      fc.record({ does: fc.constant('move' as const), which: fc.nat(9), place: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ does: fc.constant('delete' as const), which: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
        await office().rows('DELETE FROM quick_phrase');
        const model: Record<PhraseOwner, string[]> = { person: [], unit: [], office: [] };
        for (const each of acts) {
          if (each.does === 'save') {
            model[each.of].push((await save(keeper, each.of, 'वाक्य')).id);
            continue;
          }
          const all = Object.values(model).flat();
          const id = all[each.which % Math.max(all.length, 1)];
          if (id === undefined) continue;
          const of = Object.values(model).find((ids) => ids.includes(id)) ?? [];
          of.splice(of.indexOf(id), 1);
          if (each.does === 'delete') await remove(keeper, id);
          else {
            const version = (await list(keeper)).find((phrase) => phrase.id === id)?.version ?? 0;
            await change(keeper, id, 'वाक्य', each.place, version);
            of.splice(Math.min(each.place - 1, of.length), 0, id);
          }
        }
        const found = (await list(keeper)).map(({ id, of, place }) => [of, place, id]);
        const meant = PHRASE_OWNERS.flatMap((of) => model[of].map((id, index) => [of, index + 1, id]));
        expect(found).toEqual(meant);
      }),
      { numRuns: 25 },
    );
  });

  it('have words in one language at least, no more than 500 letters, and line breaks as they are typed', () => {
    const parsed = (hi: unknown, en: unknown = null) => Request.safeParse({ of: 'person', text: { hi, en } });
    expect(parsed('पहली\nदूसरी').data?.text.hi).toBe('पहली\nदूसरी');
    expect(parsed(null, 'Seen.').success).toBe(true);
    for (const wrong of [null, '', '  ', 'क'.repeat(501), 'a\0b'])
      expect([wrong, parsed(wrong).success]).toEqual([wrong, false]);
  });

  /** The same ids, in another organisation. */
  async function foreigner(): Promise<Actor> {
    const organisationId = '00000000-0000-7000-8000-0000000000bb';
    await office().rows(
      `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ($1, 'अन्य', 'Other', '', '')
       ON CONFLICT DO NOTHING`,
      [organisationId],
    );
    const { post } = so();
    return { ...so(), organisationId, post: { ...post, organisationId } };
  }
});
