import type { Actor } from '@patravali/authorization';
import type { FileView, Session } from '@patravali/contract';
import { useApi } from '../../support/http/api';
import { openAFile } from '../../support/http/clerks';
import { WORDS } from '../../support/office/words';

describe('An officer for whom a link officer acts', () => {
  const api = useApi();
  let [officer, other, link]: Actor[] = [];
  let fileId: string;
  const of = (actor: Actor | undefined): Actor => {
    if (!actor) throw new Error('nobody was appointed');
    return actor;
  };
  const until = (day: string | null) =>
    api().office.rows(`UPDATE tenure SET until_on = $2, ended_at = NULL WHERE user_id = $1 AND kind = 'link'`, [
      of(link).userId,
      day,
    ]);
  const forward = (by: Actor | undefined, language = 'en') =>
    api().as(of(by), 'post', `/files/${fileId}/forward`, {
      body: { toPostId: of(other).postId, ...WORDS },
      headers: { 'accept-language': language },
    });
  const session = async (by: Actor | undefined) => (await api().as(of(by), 'get', '/session')).body as Session;

  beforeAll(async () => {
    officer = await api().office.actor({ marking: 'SO(EST)' });
    other = await api().office.actor({ marking: 'DS(EST)' });
    fileId = await openAFile(api(), officer);
    link = await api().office.linkOfficerOf(officer);
  });
  beforeEach(() => until(null));

  it('reads his desk, where no act is offered to him', async () => {
    expect((await session(officer)).posts).toMatchObject([{ absence: { by: of(link).name, until: null } }]);
    expect((await session(link)).posts).toMatchObject([{ capacity: 'link', absence: null }]);
    const inbox = await api().as(of(officer), 'get', '/desk/inbox');
    expect([inbox.status, inbox.body]).toMatchObject([200, { items: [{ id: fileId }] }]);
    const moves = async (by: Actor | undefined) =>
      ((await api().as(of(by), 'get', `/files/${fileId}`)).body as FileView).allowedMoves;
    expect(await moves(officer)).toEqual([]);
    expect(await moves(link)).toContain('forward');
  });

  it('does not act from it, and is told who does and until when, in both languages', async () => {
    const before = await api().office.counts();
    await until('2099-12-31');
    for (const [language, name, day] of [
      ['en', of(link).name.en, '31 Dec 2099'],
      ['hi', of(link).name.hi, '31 दिसम्बर 2099'],
    ] as const) {
      const { status, body } = await forward(officer, language);
      expect([status, body]).toMatchObject([403, { code: 'on-leave', params: { until: '2099-12-31' } }]);
      const { detail } = body as { detail: string };
      expect([detail.includes(name), detail.includes(day)]).toEqual([true, true]);
    }
    await until(null);
    expect((await forward(officer)).body).toMatchObject({
      code: 'on-leave',
      detail: expect.stringContaining('until you are back') as string,
    });
    const { security_event: noted, ...after } = await api().office.counts();
    expect(after).toEqual({
      ...after,
      ...Object.fromEntries(Object.entries(before).filter(([name]) => name in after)),
    });
    expect(noted).toBeGreaterThan(before.security_event ?? 0);
  });

  it('is told on which duty he is, or that he is attached elsewhere, and who ends it', async () => {
    const because = async (set: string, ...values: unknown[]) => {
      await api().office.rows(`UPDATE tenure SET ${set} WHERE user_id = $1 AND kind = 'link'`, [
        of(link).userId,
        ...values,
      ]);
      const said = [];
      for (const language of ['en', 'hi']) {
        const { status, body } = await forward(officer, language);
        expect([status, body]).toMatchObject([403, { code: 'on-leave' }]);
        said.push((body as { detail: string }).detail);
      }
      return said;
    };
    const before = await api().office.rows('SELECT version, holder_post_id FROM file_custody');
    const onDuty = await because(`until_on = '2099-12-31', duty = $2, order_reference = '7/2026'`, 'निर्वाचन ड्यूटी');
    expect(onDuty).toEqual([
      expect.stringMatching(/on duty \(निर्वाचन ड्यूटी\): until 31 Dec 2099 .* back from duty/),
      expect.stringMatching(/^आप निर्वाचन ड्यूटी पर हैं: 31 दिसम्बर 2099 तक .* ड्यूटी से वापसी/),
    ]);
    const [attached] = await api().office.rows<{ id: string }>(
      `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, start_cause)
       SELECT gen_random_uuid(), organisation_id, $1, $2, 'additional', india_today(), 'attached' FROM office_user WHERE id = $1
       RETURNING id`,
      [of(officer).userId, of(other).postId],
    );
    expect(await because('until_on = NULL, duty = NULL, attachment_id = $2', attached?.id)).toEqual([
      expect.stringMatching(/attached elsewhere by an order: .* until further orders.* administrator/),
      expect.stringMatching(/अन्यत्र सम्बद्ध हैं: अग्रिम आदेश तक .* प्रशासक/),
    ]);
    expect(await because(`until_on = '2099-12-31'`)).toEqual([
      expect.stringMatching(/attached elsewhere by an order: until 31 Dec 2099/),
      expect.stringMatching(/अन्यत्र सम्बद्ध हैं: 31 दिसम्बर 2099 तक/),
    ]);
    expect(await api().office.rows('SELECT version, holder_post_id FROM file_custody')).toEqual(before);
    await because('attachment_id = NULL');
    await api().office.rows('DELETE FROM tenure WHERE id = $1', [attached?.id]);
  });

  it('ends his leave himself, and nobody else does; then he acts, and the link officer does not', async () => {
    const end = (by: Actor | undefined) => api().as(of(by), 'post', '/leave/end');
    expect(await end(link)).toMatchObject({ status: 409, body: { code: 'not-on-leave' } });
    expect(await end(other)).toMatchObject({ status: 409, body: { code: 'not-on-leave' } });
    const assistant = await api().office.assistantOf(of(officer));
    expect(await end(assistant)).toMatchObject({ status: 403, body: { code: 'not-for-assistants' } });
    expect(await end(officer)).toMatchObject({ status: 200, body: { postId: of(officer).postId } });
    expect(await end(officer)).toMatchObject({ status: 409, body: { code: 'not-on-leave' } });
    expect(await forward(link)).toMatchObject({ status: 403, body: { code: 'not-your-post' } });
    expect((await session(officer)).posts).toMatchObject([{ absence: null }]);
    expect(await forward(officer)).toMatchObject({ status: 200 });
    const events = await api().office.rows(
      `SELECT name, capacity, data FROM event WHERE subject_id = $1 AND name LIKE 'user.%'`,
      [of(officer).userId],
    );
    expect(events).toEqual([{ name: 'user.leave_ended', capacity: 'regular', data: { posts: ['SO(EST)'] } }]);
  });

  it('is there again by himself the day after the last', async () => {
    await until('2026-01-01');
    expect((await session(officer)).posts).toMatchObject([{ absence: null }]);
  });

  it('keeps what is his own: his phrases, and how he looks at his desk, are not the link officer’s', async () => {
    const [view, phrase] = [
      { name: 'विलम्बित', filters: { late: true }, isFirst: true },
      { of: 'person', text: { hi: 'सहमत।', en: null } },
    ];
    for (const [path, body] of [
      ['/desk/views', view],
      ['/quick-phrases', phrase],
    ] as const) {
      const own = async (by: Actor | undefined) =>
        ((await api().as(of(by), 'get', path)).body as { items: object[] }).items.length;
      await until('2020-01-02');
      expect((await api().as(of(officer), 'post', path, { body })).status).toBe(201);
      await until(null);
      expect([path, await own(officer), await own(link)]).toEqual([path, 1, 0]);
    }
  });
});
