import type { Actor } from '@patravali/authorization';
import type { DeskCounts, FileCreated, FileRow } from '@patravali/contract';
import { EndParkings } from '@patravali/movement';
import { useApi } from '../../support/http/api';
import { copyStands } from '../../support/office/copy-stands';
import { writeLinkOfficer } from '../../support/office/rows';
import { WORDS } from '../../support/office/words';

const BEFORE = '2026-12-31T18:29:59.900Z';
const AFTER = '2026-12-31T18:30:00.100Z';
const [LAST_DAY, FIRST_DAY] = ['2026-12-31', '2027-01-01'];
const reason = 'नियमानुसार';

describe('midnight in India, at the end of a year and of tenures', () => {
  const api = useApi({ holds: 'section' });
  const at = (marking: 'ASO' | 'SO' | 'US' | 'OTHER' | 'DS') => api().office.at(marking);
  /** Who sits on the desks of the section officer and of the other unit from the first of January on. */
  let [next, nextOther] = [] as unknown as [Actor, Actor];

  /** What time it is in the office, and with it which day it is in India. */
  const now = (instant: string) =>
    api().office.rows(
      `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${instant}'::timestamptz $$`,
    );
  const post = (by: Actor, path: string, body: object = {}) => api().as(by, 'post', path, { body });
  const done = async <T = { id: string }>(by: Actor, path: string, body: object = {}): Promise<T> => {
    const { status, body: told, text } = await post(by, path, body);
    expect([path, Math.floor(status / 100), text]).toEqual([path, 2, text]);
    return told as T;
  };
  const create = (by = at('SO')) =>
    done<FileCreated>(by, '/files', { headId: api().office.headId, subject: 'विद्यालय भवन की मरम्मत' });
  const forward = (file: string, by: Actor, to: Actor) =>
    done(by, `/files/${file}/forward`, { toPostId: to.postId, remarks: 'शीघ्र आवश्यक।', ...WORDS });
  const counts = async (by: Actor) => (await api().as(by, 'get', '/desk')).body as DeskCounts;
  /** Whoever held the desk until yesterday is refused whatever he does from it. */
  const refused = async (by: Actor, path: string, body: object = {}) => {
    const { status, body: told } = await post(by, path, body);
    expect([path, status, told]).toMatchObject([path, 403, { code: 'not-your-post' }]);
  };
  const succeed = async (holder: Actor): Promise<Actor> => {
    const { office } = api();
    const actor = await writeLinkOfficer(
      office.owner,
      { id: office.id, headId: office.headId, units: { EST: '', FIN: '' } },
      holder,
    );
    await office.rows('UPDATE tenure SET until_on = $2 WHERE user_id = $1', [holder.userId, LAST_DAY]);
    await office.rows(`UPDATE tenure SET kind = 'regular', from_on = $2 WHERE user_id = $1`, [actor.userId, FIRST_DAY]);
    return { ...actor, capacity: 'regular' };
  };

  beforeAll(async () => {
    await now(BEFORE);
    [next, nextOther] = [await succeed(at('SO')), await succeed(at('OTHER'))];
  });
  beforeEach(() => now(BEFORE));

  it('begins the numbers of files and of the diary at one, also where many are drawn while it strikes', async () => {
    const clerk = at('ASO');
    const diarise = async () => {
      const documentId = await api().office.newDocument(clerk);
      const letter = {
        documentId,
        subject: 'अनुदान',
        senderName: 'प्रधान',
        receivedOn: '2026-12-30',
        deliveryMode: 'post',
      };
      return (await done<{ diaryNumber: string }>(clerk, '/receipts', { ...letter, language: 'hi' })).diaryNumber;
    };
    const several = async () => {
      const drawn = Array.from({ length: 6 }, () => Promise.all([create(clerk), diarise()]));
      return (await Promise.all(drawn)).map(([{ number }, diary]) => ({ file: number, diary }));
    };
    const old = await several();
    const striking = several();
    await now(AFTER);
    const drawn = [...old, ...(await striking), ...(await several())];
    for (const kind of ['file', 'diary'] as const) {
      const numbers = drawn.map((each) => /(\d+)\/(\d{4})/.exec(each[kind])?.slice(1).map(Number) ?? []);
      const serials = (year: number) =>
        numbers.flatMap(([serial, of]) => (of === year ? [serial ?? 0] : [])).sort((a, b) => a - b);
      const [inOld, inNew] = [serials(2026), serials(2027)];
      expect([kind, inOld.length + inNew.length]).toEqual([kind, drawn.length]);
      expect(inOld).toEqual(inOld.map((_, place) => place + 1));
      expect(inNew).toEqual(inNew.map((_, place) => place + 1));
      expect([inOld.length >= old.length, inNew.length >= old.length]).toEqual([true, true]);
    }
  });

  it('leaves the number of a part what its main file says: the next part of it, in the year of the file', async () => {
    const [clerk, officer] = [at('ASO'), at('US')];
    const main = await create(clerk);
    await forward(main.id, clerk, officer);
    const first = await done<FileCreated>(clerk, `/files/${main.id}/parts`);
    await now(AFTER);
    const second = await done<FileCreated>(clerk, `/files/${main.id}/parts`);
    expect([first.number, second.number]).toEqual([`${main.number}/Part I`, `${main.number}/Part II`]);
    expect(second.computerNumber).toBeGreaterThan(first.computerNumber);
  });

  it('takes a recall to whoever sits at the desk from then on', async () => {
    const clerk = at('ASO');
    const asked = async () => {
      const { id } = await create(clerk);
      await forward(id, clerk, at('SO'));
      await done(at('SO'), `/files/${id}/open`);
      await done(clerk, `/files/${id}/recall`, { reason });
      return id;
    };
    const [before, after, refusing] = [await asked(), await asked(), await asked()];
    await done(at('SO'), `/files/${before}/recall/agree`);
    await now(AFTER);
    await refused(at('SO'), `/files/${after}/recall/agree`);
    await done(next, `/files/${after}/recall/agree`);
    await done(next, `/files/${refusing}/recall/refuse`, { reason });
    await refused(at('SO'), `/files/${refusing}/forward`, { toPostId: at('US').postId, ...WORDS });
  });

  it('takes a question to whoever answers for the post from then on, and the opinion bears his name', async () => {
    const { id } = await create(at('US'));
    await done(at('US'), `/files/${id}/notes`, WORDS.note);
    const posts = [{ postId: at('OTHER').postId, dueOn: FIRST_DAY }];
    const question = 'क्या बजट उपलब्ध है?';
    const { consultedIds } = await done<{ consultedIds: string[] }>(at('US'), `/files/${id}/consultations`, {
      question,
      posts,
    });
    await copyStands(api().office, String(consultedIds[0]));
    const answer = `/consultations/${String(consultedIds[0])}/answer`;
    await now(AFTER);
    await refused(at('OTHER'), answer, { text: WORDS.note.text });
    expect((await counts(nextOther)).questions).toBe(1);
    await done(nextOther, answer, { text: WORDS.note.text });
    const { items } = (await api().as(at('US'), 'get', `/files/${id}/notes`)).body as { items: { author: object }[] };
    expect(items.at(-1)?.author).toMatchObject({ name: nextOther.name });
  });

  it('brings back what was parked until then, once, to the desk, though whoever parked it sits there no longer', async () => {
    const holder = at('SO');
    const { id } = await create(holder);
    await done(holder, `/files/${id}/park`, { until: FIRST_DAY });
    const ending = () => Promise.all([1, 2, 3].map(() => api().office.get(EndParkings).execute()));
    await ending();
    const parked = (by: Actor) => api().as(by, 'get', '/desk/parked');
    expect((await parked(holder)).body).toMatchObject({ items: [{ id }] });
    await now(AFTER);
    await ending();
    expect((await parked(next)).body).toMatchObject({ items: [] });
    const { items } = (await api().as(next, 'get', '/desk/inbox')).body as { items: FileRow[] };
    expect(items.find((row) => row.id === id)).toMatchObject({ backFromParking: 'day_came' });
    const history = (await api().as(next, 'get', `/files/${id}/parkings`)).body as { items: { kind: string }[] };
    expect(history.items.map(({ kind }) => kind)).toEqual(['parked', 'day_came']);
    await done(next, `/files/${id}/forward`, { toPostId: at('US').postId, ...WORDS });
  });

  it('makes the review of a case in the call book overdue the moment its day is over, and counts its month on', async () => {
    const holder = at('SO');
    const { id } = await create(holder);
    await now('2026-12-30T06:30:00Z');
    await done(holder, `/files/${id}/call-book`, { cause: 'court', reason, reviewOn: LAST_DAY });
    await now(BEFORE);
    const earlier = await counts(holder);
    await now(AFTER);
    expect(await counts(next)).toMatchObject({
      callBook: earlier.callBook,
      reviewsOverdue: earlier.reviewsOverdue + 1,
    });
    const review = `/files/${id}/call-book/review`;
    expect((await post(next, review, { reviewOn: '2027-02-02' })).body).toMatchObject({ code: 'day-too-late' });
    expect((await post(next, review, { reviewOn: FIRST_DAY })).body).toMatchObject({ code: 'day-too-early' });
    await done(next, review, { reviewOn: '2027-02-01' });
    expect((await counts(next)).reviewsOverdue).toBe(earlier.reviewsOverdue);
  });
});
