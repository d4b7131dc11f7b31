import type { Actor } from '@patravali/authorization';
import { type Notice, NOTICE_GROUPS, NOTICE_KINDS, type Page } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { CalendarNotices, MakeNotices } from '@patravali/notices';
import { useApi } from '../../../../test/support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../../../test/support/http/clerks';
import { WORDS } from '../../../../test/support/office/words';
import { ahead } from '../../../../libs/platform/signatures/test/made-certificates';
import { aKey } from '../../../../test/support/signing/made-keys';
import { giveKey } from '../../../../test/support/signing/signing-keys';

describe('the notices of a person', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });
  afterEach(async () => {
    await make();
    await api().office.rows('DELETE FROM notice');
    await api().office.rows('DELETE FROM notice_setting');
  });

  const make = () => api().office.get(MakeNotices).execute();
  const noticesOf = async (by: Actor): Promise<Notice[]> => {
    const { body, status } = await api().as(by, 'get', '/notices?limit=50');
    expect(status).toBe(200);
    return (body as Page<Notice>).items;
  };
  const kindsOf = async (by: Actor) => (await noticesOf(by)).map(({ kind }) => kind);
  const unreadOf = async (by: Actor) =>
    ((await api().as(by, 'get', '/notices/count')).body as { unread: number }).unread;
  const forward = async (file: string, by: Actor, to: Actor, more: object = {}) => {
    const answer = await api().as(by, 'post', `/files/${file}/forward`, {
      body: { toPostId: to.postId, ...WORDS, ...more },
    });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
  };

  it('tell of a file that came, once, whoever makes them how often, and nothing of ones own acts', async () => {
    const { clerk, officer, stranger } = clerks;
    const file = await openAFile(api(), clerk);
    await forward(file, clerk, officer);
    await Promise.all([make(), make(), make()]);
    await make();
    const [notice, ...others] = await noticesOf(officer);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'file_came',
      postId: officer.postId,
      read: false,
      browser: false,
      thing: { kind: 'file', id: file, subject: 'वृद्धावस्था पेंशन', grading: 'normal' },
    });
    expect([await kindsOf(clerk), await kindsOf(stranger)]).toEqual([[], []]);
  });

  it('tell the more telling of two things: a decision rather than that the file came back', async () => {
    const { clerk, officer } = clerks;
    const file = await openAFile(api(), clerk);
    await forward(file, clerk, officer);
    const note = { ...aNote('स्वीकृत।'), decision: 'approved' };
    await forward(file, officer, clerk, { note });
    const returned = await openAFile(api(), clerk);
    await forward(returned, clerk, officer);
    const answer = await api().as(officer, 'post', `/files/${returned}/return`, { body: { reason: 'पुनः प्रस्तुत करें' } });
    expect(answer.status).toBe(200);
    await make();
    expect((await kindsOf(clerk)).sort()).toEqual(['decided', 'returned']);
  });

  it('show nothing of what may not be read any more: not after a transfer, not above normal to an assistant', async () => {
    const { office } = api();
    const { clerk } = clerks;
    const officer = await office.actor();
    const assistant = await office.assistantOf(officer);
    const normal = await openAFile(api(), clerk);
    await forward(normal, clerk, officer);
    const secret = await office.newFile(clerks.officer, { grading: 'confidential' });
    await forward(secret.fileId, clerks.officer, officer);
    await make();
    expect((await noticesOf(officer)).map(({ thing }) => thing.id).sort()).toEqual([normal, secret.fileId].sort());
    expect((await noticesOf(assistant)).map(({ thing }) => thing.id)).toEqual([normal]);
    expect([await unreadOf(officer), await unreadOf(assistant)]).toEqual([2, 1]);
    const other = await office.actor();
    await office.rows('DELETE FROM tenure WHERE user_id = $1', [other.userId]);
    await office.rows('UPDATE tenure SET post_id = $2 WHERE user_id = $1', [officer.userId, other.postId]);
    const transferred = { ...officer, postId: other.postId };
    expect([await noticesOf(transferred), await unreadOf(transferred)]).toEqual([[], 0]);
  });

  it('are marked as read one by one and all at once, only ones own', async () => {
    const { clerk, officer } = clerks;
    for (let count = 0; count < 3; count++) await forward(await openAFile(api(), clerk), clerk, officer);
    await make();
    const [first] = await noticesOf(officer);
    const read = (by: Actor, body: object) => api().as(by, 'post', '/notices/read', { body });
    expect((await read(clerk, { ids: [first?.id] })).status).toBe(204);
    expect(await unreadOf(officer)).toBe(3);
    expect((await read(officer, { ids: [first?.id] })).status).toBe(204);
    expect([await unreadOf(officer), (await noticesOf(officer))[0]?.read]).toEqual([2, true]);
    expect((await read(officer, {})).status).toBe(204);
    expect(await unreadOf(officer)).toBe(0);
  });

  it('are silenced kind by kind, and shown in the browser where that is wanted', async () => {
    const { clerk, officer } = clerks;
    const set = (body: object) => api().as(officer, 'put', '/notices/settings', { body });
    expect((await set({ kinds: ['file_came'], channel: 'browser', on: true })).status).toBe(204);
    await forward(await openAFile(api(), clerk), clerk, officer);
    await make();
    expect(await noticesOf(officer)).toMatchObject([{ browser: true }]);
    expect((await set({ kinds: ['file_came'], channel: 'bell', on: false })).status).toBe(204);
    expect([await noticesOf(officer), await unreadOf(officer)]).toEqual([[], 0]);
    const { body } = await api().as(officer, 'get', '/notices/settings');
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        { kind: 'file_came', channel: 'bell', on: false },
        { kind: 'file_came', channel: 'browser', on: true },
        { kind: 'late', channel: 'bell', on: true },
        { kind: 'late', channel: 'browser', on: false },
      ]) as unknown,
    });
    expect((await set({ kinds: ['sneezed'], channel: 'bell', on: true })).status).toBe(422);
    expect((await set({ kinds: [], channel: 'bell', on: true })).status).toBe(422);
  });

  it('are switched for a whole group at once, and for all', async () => {
    const { officer } = clerks;
    const set = async (kinds: readonly string[], on: boolean) =>
      expect(
        (await api().as(officer, 'put', '/notices/settings', { body: { kinds, channel: 'digest', on } })).status,
      ).toBe(204);
    const on = async () => {
      const { body } = await api().as(officer, 'get', '/notices/settings');
      const { items } = body as { items: { kind: string; channel: string; on: boolean }[] };
      return items.filter((one) => one.channel === 'digest' && one.on).map(({ kind }) => kind);
    };
    await set([...NOTICE_GROUPS.followed, 'followed_moved'], true);
    expect((await on()).sort()).toEqual([...NOTICE_GROUPS.followed].sort());
    await set(NOTICE_KINDS, true);
    expect(await on()).toEqual([...NOTICE_KINDS]);
    await set(NOTICE_KINDS, false);
    expect(await on()).toEqual([]);
  });

  it('are each of one group', () => {
    expect(Object.values(NOTICE_GROUPS).flat().sort()).toEqual([...NOTICE_KINDS].sort());
  });

  it('say from which post something came, and what it asks', async () => {
    const { clerk, officer } = clerks;
    await forward(await openAFile(api(), clerk), clerk, officer, { action: 'for_orders' });
    await act(clerk, `${await receive(clerk)}/forward`, { toPostId: officer.postId, action: 'for_comments' });
    await make();
    const { body } = await api().as(officer, 'get', '/notices');
    const { items, posts } = body as Page<Notice>;
    expect(items.map(({ kind, from, action }) => [kind, posts[from ?? '']?.marking, action]).sort()).toEqual([
      ['file_came', clerk.post.marking, 'for_orders'],
      ['receipt_came', clerk.post.marking, 'for_comments'],
    ]);
  });

  it('count no file that was pulled back before it was opened, whether they were made before that or after', async () => {
    const { clerk, officer } = clerks;
    const file = await openAFile(api(), clerk);
    await forward(file, clerk, officer);
    await make();
    expect(await unreadOf(officer)).toBe(1);
    await act(clerk, `/files/${file}/pull-back`, { reason: 'तथ्य जोड़ने हैं' });
    expect(await unreadOf(officer)).toBe(0);
    expect(await noticesOf(officer)).toMatchObject([{ kind: 'file_came', read: true, takenBack: true }]);
    await forward(file, clerk, officer);
    await act(clerk, `/files/${file}/pull-back`, { reason: 'एक और तथ्य' });
    await make();
    expect(await unreadOf(officer)).toBe(0);
    await forward(file, clerk, officer);
    await make();
    expect(await unreadOf(officer)).toBe(1);
    expect((await noticesOf(officer)).map(({ takenBack }) => takenBack)).toEqual([false, true, true]);
  });

  it('count no decision that was taken back, and no receipt, also one that was marked as it was diarised; a copy that was seen stays', async () => {
    const { clerk, officer, stranger } = clerks;
    const file = await openAFile(api(), clerk);
    await forward(file, clerk, officer);
    await forward(file, officer, clerk, { note: { ...aNote('स्वीकृत।'), decision: 'approved' } });
    await act(officer, `/files/${file}/pull-back`, { reason: 'भूल से' });
    const diarised = await receive(clerk, { forward: { toPostId: officer.postId } });
    await act(clerk, `${diarised}/pull-back`, { reason: 'भूल से' });
    const marked = await receive(clerk);
    await act(clerk, `${marked}/forward`, { toPostId: officer.postId, copyToPostIds: [stranger.postId] });
    await act(stranger, `${marked}/copy/seen`);
    await act(clerk, `${marked}/pull-back`, { reason: 'भूल से' });
    await make();
    const shown = async (by: Actor) =>
      (await noticesOf(by))
        .map(({ kind, takenBack }) => [kind, takenBack])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
    expect(await shown(clerk)).toEqual([['decided', true]]);
    expect(await shown(stranger)).toEqual([['copy_came', false]]);
    expect(await shown(officer)).toEqual([
      ['file_came', false],
      ['receipt_came', true],
      ['receipt_came', true],
    ]);
    expect([await unreadOf(clerk), await unreadOf(officer), await unreadOf(stranger)]).toEqual([0, 1, 1]);
  });

  it('tell on a working day what is due on the next, and what has become late, once; and are deleted after a quarter', async () => {
    const { office } = api();
    const { clerk } = clerks;
    const [due, late] = [await openAFile(api(), clerk), await openAFile(api(), clerk)];
    const set = (file: string, day: string) =>
      office.rows(`UPDATE file_custody SET due_on = ${day} WHERE file_id = $1`, [file]);
    await office.rows(`ALTER TABLE file_custody DISABLE TRIGGER USER`);
    await set(due, `next_working_day(organisation_id, india_today() + 1)`);
    await set(late, `india_today() - 1`);
    await office.rows(`ALTER TABLE file_custody ENABLE TRIGGER USER`);
    const calendar = office.get(CalendarNotices);
    await office.rows(
      `INSERT INTO declared_day (organisation_id, day, works, name_hi, name_en) VALUES ($1, india_today(), false, 'अवकाश', 'Holiday')`,
      [office.id],
    );
    await calendar.make();
    expect(await kindsOf(clerk)).toEqual([]);
    await office.rows('UPDATE declared_day SET works = true');
    await calendar.make();
    await calendar.make();
    expect((await kindsOf(clerk)).sort()).toEqual(['due_next', 'late']);
    await office.rows(`UPDATE notice SET at = at - INTERVAL '91 days' WHERE kind = 'late'`);
    await calendar.deleteOld();
    expect(await kindsOf(clerk)).toEqual(['due_next']);
  });

  const receive = async (by: Actor, more: object = {}) => {
    const documentId = await api().office.newDocument(by);
    const entry = { documentId, subject: 'सड़क', senderName: 'ग्राम प्रधान', receivedOn: '2026-01-02' };
    const { body } = await api().as(by, 'post', '/receipts', {
      body: { ...entry, deliveryMode: 'post', language: 'hi', ...more },
    });
    return `/receipts/${(body as { id: string }).id}`;
  };
  const act = async (by: Actor, path: string, body?: object) => {
    const answer = await api().as(by, 'post', path, body && { body });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
  };

  it('tell of a receipt that came, of a copy, that it was returned, and whoever marked it that it was redirected', async () => {
    const { clerk, officer, stranger } = clerks;
    const other = await api().office.actor();
    const receipt = await receive(clerk);
    await act(clerk, `${receipt}/forward`, { toPostId: officer.postId, copyToPostIds: [stranger.postId] });
    await act(officer, `${receipt}/return`, { reason: 'पृष्ठ अधूरे' });
    await act(clerk, `${receipt}/forward`, { toPostId: officer.postId });
    await act(officer, `${receipt}/redirect`, { toPostId: other.postId, reason: 'अन्य विषय' });
    await act(other, `${receipt}/redirect`, { toPostId: stranger.postId, reason: 'अन्य विषय' });
    await make();
    const kinds = await Promise.all([clerk, officer, other, stranger].map(async (by) => (await kindsOf(by)).sort()));
    expect(kinds).toEqual([
      ['receipt_redirected', 'receipt_redirected', 'receipt_returned'],
      ['receipt_came', 'receipt_came'],
      ['receipt_came'],
      ['copy_came', 'receipt_came'],
    ]);
  });

  it('tell who is asked for a file, who gets it back, and whose request is refused', async () => {
    const { clerk, officer } = clerks;
    const file = await openAFile(api(), clerk);
    await forward(file, clerk, officer);
    await act(officer, `/files/${file}/open`);
    await act(clerk, `/files/${file}/recall`, { reason: 'तथ्य जोड़ने हैं' });
    await act(officer, `/files/${file}/recall/refuse`, { reason: 'आदेश हो रहे हैं' });
    await act(clerk, `/files/${file}/recall`, { reason: 'तथ्य जोड़ने हैं' });
    await act(officer, `/files/${file}/recall/agree`, {});
    await make();
    expect((await kindsOf(clerk)).sort()).toEqual(['recall_agreed', 'recall_refused']);
    expect((await kindsOf(officer)).sort()).toEqual(['file_came', 'recall_asked', 'recall_asked']);
  });

  it('tell who follows a file what becomes of it, the more telling first, and nothing once it may not be read', async () => {
    const { clerk, officer } = clerks;
    const follower = await api().office.actor();
    const boss = await api().office.actor({ superior: follower });
    const file = await openAFile(api(), boss);
    await act(follower, `/files/${file}/follow`);
    await forward(file, boss, officer);
    const note = { ...aNote('स्वीकृत।'), decision: 'approved' };
    await forward(file, officer, boss, { note });
    await act(boss, `/files/${file}/close`, { reason: 'निस्तारित' });
    await make();
    expect((await kindsOf(follower)).sort()).toEqual(['followed_closed', 'followed_decided', 'followed_moved']);
    // To whom it came, or who has done it, nobody tells the same again.
    await act(clerk, `/files/${await openAFile(api(), clerk)}/follow`);
    await make();
    expect(await kindsOf(clerk)).toEqual([]);
    await api().office.rows('UPDATE file_custody SET reader_post_ids = array_remove(reader_post_ids, $1)', [
      follower.postId,
    ]);
    expect(await kindsOf(follower)).toEqual([]);
  });

  it('tell on its day of a reminder to oneself, once; on a holiday, the day after', async () => {
    const { office } = api();
    const { clerk, officer } = clerks;
    const file = await openAFile(api(), clerk);
    const today = dayInIndia(new Date());
    const set = await api().as(officer, 'put', `/files/${file}/reminder`, { body: { on: today, words: 'उत्तर देखें' } });
    expect([set.status, set.text]).toEqual([200, set.text]);
    const calendar = office.get(CalendarNotices);
    await office.rows('UPDATE declared_day SET works = false');
    await calendar.make();
    expect(await kindsOf(officer)).toEqual([]);
    await office.rows('UPDATE declared_day SET works = true');
    await calendar.make();
    await calendar.make();
    expect(await kindsOf(officer)).toEqual(['reminder_due']);
  });

  it('tell whose certificate ends within thirty days so, once', async () => {
    const { administrator, stranger } = clerks;
    const { office } = api();
    const { keyId } = await giveKey(office, stranger, await aKey(stranger, { until: ahead(29) }));
    await giveKey(office, administrator, await aKey(administrator, { until: ahead(32) }));
    const calendar = office.get(CalendarNotices);
    await calendar.make();
    await calendar.make();
    const thing = { kind: 'key', id: keyId, subject: stranger.name.en };
    expect(await noticesOf(stranger)).toMatchObject([{ kind: 'certificate_ends', thing }]);
    expect([await unreadOf(stranger), await kindsOf(administrator)]).toEqual([1, []]);
    const shown = await api().as(stranger, 'get', '/signing-keys');
    expect(shown.body).toMatchObject({ items: [{ id: keyId, state: 'in_use', endsSoon: true }] });
  });
});
