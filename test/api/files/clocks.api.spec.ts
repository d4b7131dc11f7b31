import type { Actor } from '@patravali/authorization';
import { CalendarNotices } from '@patravali/notices';
import { type Asked, useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { keptSince } from '../../support/office/kept-long';
import { WORDS } from '../../support/office/words';

const WHY = { explanation: 'अभिलेख विलम्ब से प्राप्त हुए।' };
const WORDS_OF_COURT = { kind: 'words', words: 'रिट याचिका 12/2026', on: '2026-01-01' };
const COURT = { reason: 'court', evidence: WORDS_OF_COURT };
const SENTENCES = { en: 'Give the reason for the delay', hi: 'विलम्ब का स्पष्टीकरण लिखें' } as const;

describe('the clocks of desks over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    await api().office.rows(`DELETE FROM rest_day WHERE organisation_id = $1`, [api().office.id]);
  });

  const post = (by: Actor, path: string, body: object = {}, headers: Asked['headers'] = {}) =>
    api().as(by, 'post', path, { body, headers });
  const fileOf = async (by: Actor, days = 0) => {
    const file = await openAFile(api(), by);
    if (days > 0) await keptSince(api().office, file, days);
    return file;
  };
  const sentUp = async () => {
    const file = await fileOf(clerks.clerk);
    await post(clerks.clerk, `/files/${file}/forward`, { toPostId: clerks.officer.postId, ...WORDS });
    await post(clerks.officer, `/files/${file}/open`);
    return file;
  };

  it('ask for an explanation with whatever act ends a stay beyond the limit (422), in both languages, and keep it', async () => {
    const { clerk, officer } = clerks;
    const late = async (file: string) => {
      await keptSince(api().office, file, 8);
      return file;
    };
    const forCorrection = async (by: 'held' | 'sent') => {
      const file = await fileOf(clerk);
      await post(clerk, `/files/${file}/notes`, aNote('प्रस्ताव'));
      if (by === 'sent') await post(clerk, `/files/${file}/notes/pending/put-up`, { toPostId: officer.postId });
      return await late(file);
    };
    const asked = async () => {
      const file = await sentUp();
      await post(clerk, `/files/${file}/recall`, { reason: 'तथ्य' });
      return await late(file);
    };
    const acts: readonly (readonly [Actor, string, string, object])[] = [
      [clerk, await late(await fileOf(clerk)), 'forward', { toPostId: officer.postId, ...WORDS }],
      [officer, await late(await sentUp()), 'return', { reason: 'पुनः' }],
      [officer, await late(await sentUp()), 'close', { reason: 'निस्तारित' }],
      [clerk, await forCorrection('held'), 'notes/pending/put-up', { toPostId: officer.postId }],
      [officer, await forCorrection('sent'), 'notes/pending/return', {}],
      [officer, await asked(), 'recall/agree', {}],
    ];
    for (const [by, file, act, body] of acts) {
      for (const language of ['en', 'hi'] as const) {
        const { status, body: problem } = await post(by, `/files/${file}/${act}`, body, {
          'accept-language': language,
        });
        expect([act, status, problem]).toMatchObject([
          act,
          422,
          {
            code: 'explanation-needed',
            params: { days: 8, limit: 7 },
            errors: [{ pointer: '#/explanation' }],
            detail: expect.stringContaining(SENTENCES[language]) as string,
          },
        ]);
      }
      expect([act, (await post(by, `/files/${file}/${act}`, { ...body, ...WHY })).status]).toEqual([act, 200]);
      const { body: list } = await api().as(by, 'get', `/files/${file}/movements`);
      expect((list as { items: object[] }).items.at(-1)).toMatchObject({ ...WHY, keptDays: 8 });
    }
  });

  it('leave opening, noting and reading alone', async () => {
    const file = await fileOf(clerks.clerk, 30);
    expect((await post(clerks.clerk, `/files/${file}/notes`, aNote('परीक्षण'))).status).toBe(201);
    const { body } = await api().as(clerks.clerk, 'get', `/files/${file}`);
    expect(body).toMatchObject({ clock: { days: 30, limit: 7, stop: null } });
  });

  it('say of each of several files beforehand, and again when it is done, that it needs one', async () => {
    const { clerk, officer } = clerks;
    const files = [await fileOf(clerk), await fileOf(clerk, 9)];
    for (const file of files) {
      await post(clerk, `/files/${file}/notes`, aNote('प्रस्ताव'));
      await post(clerk, `/files/${file}/notes/pending/confirm`);
    }
    const body = { fileIds: files, act: { kind: 'forward', toPostId: officer.postId } };
    const expected = [null, expect.objectContaining({ code: 'explanation-needed' })];
    for (const path of ['/desk/inbox/check', '/desk/inbox/acts']) {
      const answer = await post(clerk, path, body);
      const { items } = answer.body as { items: { refusal: object | null }[] };
      expect([path, items.map(({ refusal }) => refusal)]).toEqual([path, expected]);
    }
  });

  it('are stopped and started by the holder alone, once each, on evidence', async () => {
    const { clerk, officer } = clerks;
    const file = await fileOf(clerk);
    const [stop, start] = [`/files/${file}/clock/stop`, `/files/${file}/clock/start`];
    expect((await post(officer, stop, COURT)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await post(clerk, start)).body).toMatchObject({ status: 409, code: 'clock-runs' });
    for (const [body, pointer] of [
      [{ ...COURT, reason: 'call_book' }, '#/reason'],
      [{ ...COURT, reason: 'rain' }, '#/reason'],
      [{ reason: 'court' }, '#/evidence'],
      [{ reason: 'court', evidence: { kind: 'words', words: 'याचिका' } }, '#/evidence/on'],
    ] as const)
      expect((await post(clerk, stop, body)).body).toMatchObject({ code: 'invalid-input', errors: [{ pointer }] });
    const letter = { reason: 'court', evidence: { kind: 'correspondence', number: 3 } };
    expect((await post(clerk, stop, letter)).body).toMatchObject({
      status: 422,
      code: 'evidence-not-on-file',
      params: { evidence: 'C/3' },
      detail: expect.stringContaining('There is no C/3') as string,
    });
    expect((await post(clerk, stop, COURT)).status).toBe(200);
    const again = await post(clerk, stop, COURT, { 'accept-language': 'hi' });
    expect(again.body).toMatchObject({ status: 409, code: 'clock-stopped', params: { reason: 'court' } });
    expect(again.text).toContain('न्यायालय में विचाराधीन');
    expect((await post(clerk, start)).status).toBe(200);
  });

  it('are limited as the administrator says, within reason', async () => {
    const body = { year: 2099, restDays: [], days: [] };
    const set = (by: Actor, deskLimitDays: number) =>
      api().as(by, 'put', '/calendar', { body: { ...body, deskLimitDays } });
    expect((await set(clerks.officer, 5)).body).toMatchObject({ code: 'not-allowed' });
    expect((await set(clerks.administrator, 0)).body).toMatchObject({ errors: [{ pointer: '#/deskLimitDays' }] });
    expect((await set(clerks.administrator, 7)).body).toMatchObject({ deskLimitDays: 7 });
  });

  it('tell a superior what waits below, the longest first, and what of it too long; never what is above normal', async () => {
    const { office } = api();
    const chief = await office.actor({ marking: 'DS(PEN)' });
    const officer = await office.actor({ marking: 'SO(PEN)', superior: chief });
    const clerk = await office.actor({ marking: 'DH(PEN)', roles: ['dealing_hand'], superior: officer });
    const [few, many, stopped] = [await fileOf(clerk, 3), await fileOf(clerk, 20), await fileOf(clerk, 15)];
    await post(clerk, `/files/${stopped}/clock/stop`, COURT);
    const parked = await fileOf(officer, 9);
    await post(officer, `/files/${parked}/park`, { event: 'reply_received' });
    const secret = await fileOf(officer, 30);
    const grading = { grading: 'secret', reason: 'गोपनीय' };
    await api().as(officer, 'put', `/files/${secret}/grading`, { body: grading, headers: { 'if-match': '"1"' } });
    const below = async (by: Actor, query = '') => {
      const { body } = await api().as(by, 'get', `/desk/below${query}`);
      const { items, next } = body as { items: { id: string; overLimit: boolean }[]; next: string | null };
      return { ids: items.map(({ id }) => id), over: items.filter((item) => item.overLimit).map(({ id }) => id), next };
    };
    expect(await below(chief)).toEqual({ ids: [many, stopped, parked, few], over: [many, parked], next: null });
    expect((await below(officer)).ids).toEqual([many, stopped, few]);
    expect((await below(clerk)).ids).toEqual([]);
    expect((await below(clerks.stranger)).ids).toEqual([]);
    expect((await below(chief, '?overLimit=true')).ids).toEqual([many, parked]);
    expect((await below(chief, '?overLimit=false')).ids).toEqual([stopped, few]);
    const first = await below(chief, '?limit=3');
    expect((await below(chief, `?limit=3&cursor=${encodeURIComponent(first.next ?? '')}`)).ids).toEqual([few]);

    await keptSince(office, many, 8);
    const calendar = office.get(CalendarNotices);
    const told = async (by: Actor) => {
      const { body } = await api().as(by, 'get', '/notices');
      return (body as { items: { kind: string; thing: { id: string } }[] }).items
        .filter(({ kind }) => kind === 'kept_long')
        .map(({ thing }) => thing.id);
    };
    await calendar.make();
    await calendar.make();
    expect([await told(officer), await told(chief), await told(clerk)]).toEqual([[many], [parked], []]);
    // On another desk it is another stay.
    await post(clerk, `/files/${many}/forward`, { toPostId: officer.postId, ...WORDS, ...WHY });
    await keptSince(office, many, 8);
    await calendar.make();
    expect([await told(officer), (await told(chief)).sort()]).toEqual([[many], [many, parked].sort()]);
  });
});
