import type { Actor } from '@patravali/authorization';
import { type Asked, useApi } from '../../support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { inDays } from '../../support/days/days';
import { WORDS } from '../../support/office/words';

const YESTERDAY = inDays(-1);
const TODAY = inDays(0);
const TOMORROW = inDays(1);
const COURT = { cause: 'court', reason: 'रिट याचिका लम्बित', reviewOn: inDays(30) };

interface Refused {
  act: string;
  by?: Actor;
  file: string;
  body?: object;
  method?: 'post' | 'put' | 'delete';
  problem: object;
  /** Words of the sentence, in English and in Hindi. */
  says: readonly [string, string];
}

describe('parking, follow-up and the call book over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  const ask = (
    { act, file, body = {}, by = clerks.officer, method = 'post' }: Omit<Refused, 'problem' | 'says'>,
    headers: Asked['headers'] = {},
  ) => api().as(by, method, `/files/${file}/${act}`, { ...(method === 'delete' ? {} : { body }), headers });
  const done = async (asked: Omit<Refused, 'problem' | 'says'>) => {
    const { status, body } = await ask(asked);
    expect([asked.act, status, body]).toEqual([asked.act, 200, expect.objectContaining({ id: asked.file })]);
  };
  const fileOf = (by: Actor) => openAFile(api(), by);
  const sentUp = async () => {
    const file = await fileOf(clerks.clerk);
    await done({ by: clerks.clerk, file, act: 'forward', body: { toPostId: clerks.officer.postId, ...WORDS } });
    return file;
  };
  const parked = async () => {
    const file = await fileOf(clerks.officer);
    await done({ file, act: 'park', body: { until: TOMORROW } });
    return file;
  };
  const inCallBook = async () => {
    const file = await fileOf(clerks.officer);
    await done({ file, act: 'call-book', body: COURT });
    return file;
  };
  const refuses = async ({ problem, says, ...asked }: Refused) => {
    for (const [index, language] of (['en', 'hi'] as const).entries()) {
      const { body } = await ask(asked, { 'accept-language': language });
      expect([asked.act, body]).toMatchObject([
        asked.act,
        { ...problem, detail: expect.stringContaining(says[index] ?? '?') as string },
      ]);
    }
  };

  it('refuse a day that has passed, or is too far, at its field', async () => {
    const file = await fileOf(clerks.officer);
    const early = (pointer: string, earliest: string) => ({
      status: 422,
      code: 'day-too-early',
      params: { earliest },
      errors: [{ pointer }],
    });
    const says = ['too early', 'बीत चुकी'] as const;
    for (const until of [YESTERDAY, TODAY]) {
      await refuses({ act: 'park', file, body: { until }, problem: early('#/until', TOMORROW), says });
    }
    const reminder = { on: YESTERDAY, words: 'देखें' };
    await refuses({ act: 'reminder', method: 'put', file, body: reminder, problem: early('#/on', TODAY), says });
    const review = { ...COURT, reviewOn: TODAY };
    await refuses({ act: 'call-book', file, body: review, problem: early('#/reviewOn', TOMORROW), says });
    const late = {
      status: 422,
      code: 'day-too-late',
      params: { latest: inDays(31) },
      errors: [{ pointer: '#/reviewOn' }],
    };
    const inBook = await inCallBook();
    const monthly = ['every month', 'प्रत्येक माह'] as const;
    for (const [act, one, body] of [
      ['call-book', file, { ...COURT, reviewOn: inDays(32) }],
      ['call-book/review', inBook, { reviewOn: inDays(32) }],
    ] as const) {
      await refuses({ act, file: one, body, problem: late, says: monthly });
    }
  });

  it('refuse to wait for nothing, or for an opinion that nobody owes', async () => {
    const file = await fileOf(clerks.officer);
    expect((await ask({ act: 'park', file })).body).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer: '#/until' }],
    });
    await refuses({
      act: 'park',
      file,
      body: { event: 'consultation_answered' },
      problem: { status: 409, code: 'nobody-consulted', errors: [{ pointer: '#/event' }] },
      says: ['No opinion is awaited', 'कोई अभिमत प्रतीक्षित नहीं'],
    });
  });

  it('name the way back to the desk when a file is set aside', async () => {
    const forward = { act: 'forward', body: { toPostId: clerks.clerk.postId, ...WORDS } };
    const file = await parked();
    await refuses({
      ...forward,
      file,
      problem: { status: 409, code: 'file-parked', params: { move: 'forward', until: TOMORROW, event: null } },
      says: ['Take the file up first', 'पुनः कार्यवाही में लें'],
    });
    const book = await inCallBook();
    const params = { reviewOn: COURT.reviewOn };
    for (const asked of [{ ...forward }, { act: 'park', body: { until: TOMORROW } }]) {
      await refuses({
        ...asked,
        file: book,
        problem: { status: 409, code: 'file-in-call-book', params },
        says: ['call book', 'कॉल बुक'],
      });
    }
    await done({ act: 'take-up', file });
    await done({ act: 'call-book/take-out', file: book });
    for (const one of [file, book]) await done({ ...forward, file: one });
  });

  it('refuse to take up what lies on the desk, and to review what is in no call book', async () => {
    const file = await fileOf(clerks.officer);
    for (const [act, body] of [
      ['take-up', {}],
      ['call-book/review', { reviewOn: TOMORROW }],
      ['call-book/take-out', {}],
    ] as const) {
      expect([act, (await ask({ act, file, body })).body]).toMatchObject([
        act,
        { status: 409, code: 'illegal-file-move', params: { state: 'on_desk' } },
      ]);
    }
  });

  it('are the holder’s alone, the call book an officer’s, and the file nobody’s who does not read it', async () => {
    const { clerk, officer, stranger } = clerks;
    const acts = [
      ['park', { until: TOMORROW }],
      ['call-book', COURT],
      ['follow', {}],
      ['remind', {}],
    ] as const;
    const file = await fileOf(officer);
    for (const [act, body] of acts) {
      const { status, body: problem } = await ask({ act, file, body, by: stranger });
      expect([act, status, problem]).toMatchObject([act, 404, { code: 'not-found' }]);
    }
    const sent = await sentUp();
    const own = await fileOf(clerk);
    const says = ['You may not do this', 'अनुमन्य नहीं'] as const;
    const problem = { status: 403, code: 'not-allowed', params: { post: 'DH(EST)-1' } };
    await refuses({ act: 'park', by: clerk, file: sent, body: { until: TOMORROW }, problem, says });
    await refuses({ act: 'call-book', by: clerk, file: own, body: COURT, problem, says });
  });

  it('follow once and for all, remind the holder once a working day, and end what there is', async () => {
    const { clerk } = clerks;
    const file = await sentUp();
    await refuses({
      act: 'unfollow',
      by: clerk,
      file,
      problem: { status: 409, code: 'not-followed' },
      says: ['not in the follow-up', 'अनुश्रवण में नहीं'],
    });
    const clear = { act: 'reminder', method: 'delete', by: clerk, file } as const;
    const none = { status: 409, code: 'no-reminder' };
    const says = ['You have set no reminder', 'स्मरण तिथि नहीं'] as const;
    await refuses({ ...clear, problem: none, says });
    await done({ act: 'follow', by: clerk, file });
    await done({ act: 'reminder', method: 'put', by: clerk, file, body: { on: TODAY, words: 'पूछें' } });
    await done(clear);
    await refuses({ ...clear, problem: none, says });
    await done({ act: 'remind', by: clerk, file, body: { words: 'कृपया शीघ्र' } });
    await refuses({
      act: 'remind',
      by: clerk,
      file,
      problem: { status: 409, code: 'reminded-today' },
      says: ['already reminded the holder', 'अनुस्मारक भेजा जा चुका'],
    });
  });
});
