import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@patravali/authorization';
import { useApi } from '../../../../test/support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../../../test/support/http/clerks';
import { TestListener } from '../../../../test/support/processes/listener';
import { WORDS } from '../../../../test/support/office/words';
import { Listeners } from './listeners';

const SESSIONS_CHECKED_WITHIN_MS = 20_000;

describe('the line on which the page listens', () => {
  const api = useApi();
  let clerks: Clerks;
  let here: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    here = await serve(api().app);
  });
  const listeners: TestListener[] = [];
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.hangUp();
  });

  const serve = async (app: NestFastifyApplication) => {
    await app.listen(0, '127.0.0.1');
    return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  };
  const another = async () => (await api().office.start()) as NestFastifyApplication;
  const listen = async (by: Actor, { at = here, after }: { at?: string; after?: string } = {}) => {
    const token = await api().token(by);
    const listener = await TestListener.at(at, { token, ...(after === undefined ? {} : { after }) });
    listeners.push(listener);
    return listener;
  };
  const forward = async (file: string, by: Actor, to: Actor) => {
    const body = { toPostId: to.postId, ...WORDS };
    const answer = await api().as(by, 'post', `/files/${file}/forward`, { body });
    expect(answer.status).toBe(200);
  };
  /** A file comes to that post, and whoever listens there hears of it: by then he has heard of all that was done before. */
  const heardOfALaterFile = async (listener: TestListener, to: Actor) => {
    const sender = to.postId === clerks.clerk.postId ? clerks.officer : clerks.clerk;
    const file = await openAFile(api(), sender);
    await forward(file, sender, to);
    // Who may read it without holding it has heard of its beginning before.
    await listener.hears(({ desks, files }) => desks.includes(to.postId) && files.includes(file));
    return { all: false, desks: [to.postId], files: [file], receipts: [], notices: false };
  };
  /**
   * Listens, and has heard of all that was done until now. Whoever begins to listen may hear again what he has just missed; once
   * he was told that anything may have changed, because he comes from nowhere, he hears of each change once.
   */
  const listenFromNow = async (by: Actor, { at = here, to = by }: { at?: string; to?: Actor } = {}) => {
    const listener = await listen(by, { at, after: 'nowhere' });
    await listener.hears(({ all }) => all);
    await heardOfALaterFile(listener, to);
    listener.heard.length = 0;
    return listener;
  };
  const hintsOf = ({ heard }: TestListener) => heard.map(({ hint }) => hint);

  /** Since yesterday. */
  const alsoHolds = async ({ userId }: Actor, { postId }: Actor) => {
    await api().office.rows(
      `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
       VALUES (gen_random_uuid(), $1, $2, $3, 'additional', (SELECT india_today()) - 1)`,
      [api().office.id, userId, postId],
    );
  };
  const listenersHere = () => api().app.get(Listeners, { strict: false });

  it('tells that a file came, whichever process it came through, and names desk and file alone', async () => {
    const there = await serve(await another());
    const { clerk, officer } = clerks;
    const file = await openAFile(api(), clerk);
    const listener = await listenFromNow(officer, { at: there });
    await forward(file, clerk, officer);
    const { hint } = await listener.hears(({ desks }) => desks.length > 0);
    expect(hint).toEqual({ all: false, desks: [officer.postId], files: [file], receipts: [], notices: false });
  });

  it('tells whoever has lost a file, because it was pulled back, that his notices are others', async () => {
    const { clerk, officer } = clerks;
    const file = await openAFile(api(), clerk);
    await forward(file, clerk, officer);
    const listener = await listenFromNow(officer);
    const answer = await api().as(clerk, 'post', `/files/${file}/pull-back`, { body: { reason: 'भूल से' } });
    expect(answer.status).toBe(200);
    const { hint } = await listener.hears(({ desks }) => desks.length > 0);
    expect(hint).toEqual({ all: false, desks: [officer.postId], files: [file], receipts: [], notices: true });
  });

  it('tells nothing to whoever may not read it, nor to whoever did it', async () => {
    const { clerk, officer, stranger } = clerks;
    const file = await openAFile(api(), clerk);
    const [own, others] = [await listenFromNow(clerk), await listenFromNow(stranger)];
    await forward(file, clerk, officer);
    const later = [await heardOfALaterFile(own, clerk), await heardOfALaterFile(others, stranger)];
    expect([hintsOf(own), hintsOf(others)]).toEqual(later.map((hint) => [hint]));
  });

  it('tells an assistant nothing of what is above normal', async () => {
    const officer = await api().office.actor();
    const own = await api().office.actor();
    const assistant = await api().office.assistantOf(officer);
    await alsoHolds(assistant, own);
    const listener = await listenFromNow(assistant, { to: own });
    const secret = await api().office.newFile(officer, { grading: 'confidential' });
    await forward(secret.fileId, officer, clerks.clerk);
    const later = await heardOfALaterFile(listener, own);
    expect(hintsOf(listener)).toEqual([later]);
    listener.heard.length = 0;
    const normal = await openAFile(api(), officer);
    await forward(normal, officer, clerks.clerk);
    expect((await listener.hears(({ desks }) => desks.length > 0)).hint.files).toEqual([normal]);
  });

  it('goes on after the line was lost with what was missed, each once, also at another process', async () => {
    const { clerk, officer } = clerks;
    const [before, missed] = [await openAFile(api(), clerk), await openAFile(api(), clerk)];
    const first = await listenFromNow(officer);
    await forward(before, clerk, officer);
    const { id } = await first.hears(({ files }) => files.includes(before));
    first.hangUp();
    await forward(missed, clerk, officer);
    const there = await serve(await another());
    const again = await listen(officer, { at: there, after: id });
    const { hint } = await again.hears(({ files }) => files.includes(missed));
    expect(hint.files).not.toContain(before);
    await heardOfALaterFile(again, officer);
    expect(again.heard.filter(({ hint: { files } }) => files.includes(missed))).toHaveLength(1);
  });

  it.each(['x', '2020-01-01 00:00:00+00/3:3:', '9'.repeat(40)])(
    'says that anything may have changed to whoever comes from nowhere: %j',
    async (after) => {
      const listener = await listen(clerks.officer, { after });
      expect((await listener.hears(({ all }) => all)).hint.all).toBe(true);
    },
  );

  it('takes ten lines of one person, and refuses the eleventh (429)', async () => {
    const person = await api().office.actor();
    const lines = await Promise.all(Array.from({ length: 10 }, () => listen(person)));
    expect(lines.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
    expect((await listen(person)).status).toBe(429);
    const { count } = listenersHere();
    lines[0]?.hangUp();
    while (listenersHere().count === count) await pause(10);
    expect((await listen(person)).status).toBe(200);
  });

  it('does not keep a session alive', async () => {
    const person = await api().office.actor();
    const other = await api().office.actor();
    await Promise.all([person, other].map((each) => api().token(each)));
    await api().office.rows(
      `UPDATE session SET last_used_at = clock_timestamp() - INTERVAL '5 minutes' WHERE user_id IN ($1, $2)`,
      [person.userId, other.userId],
    );
    const isOld = async ({ userId }: Actor) => {
      const [session] = await api().office.rows<{ old: boolean }>(
        `SELECT last_used_at < clock_timestamp() - INTERVAL '4 minutes' AS old FROM session WHERE user_id = $1`,
        [userId],
      );
      return session?.old;
    };
    await listen(person);
    // That a session is used is written beside the answer; of the one who asks later it has been.
    await api().as(other, 'get', '/desk');
    while (await isOld(other)) await pause(10);
    expect(await isOld(person)).toBe(true);
  });

  it('ends soon after the session or the last post has ended, and tells no more of a post that is no longer held', async () => {
    const { office } = api();
    const [signedOut, retired, transferred] = [await office.actor(), await office.actor(), await office.actor()];
    const other = await office.actor();
    await alsoHolds(transferred, other);
    const [first, second, third] = [await listen(signedOut), await listen(retired), await listen(transferred)];
    await office.rows('DELETE FROM session WHERE user_id = $1', [signedOut.userId]);
    const day = `(SELECT india_today()) - 1`;
    const end = `UPDATE tenure SET from_on = LEAST(from_on, ${day}), until_on = ${day} WHERE user_id = $1 AND post_id = $2`;
    await office.rows(end, [retired.userId, retired.postId]);
    await office.rows(end, [transferred.userId, transferred.postId]);
    await Promise.all([first.ends(SESSIONS_CHECKED_WITHIN_MS), second.ends(SESSIONS_CHECKED_WITHIN_MS)]);
    third.heard.length = 0;
    const [lost, kept] = [await openAFile(api(), clerks.clerk), await openAFile(api(), clerks.clerk)];
    await forward(lost, clerks.clerk, transferred);
    await forward(kept, clerks.clerk, other);
    const { hint } = await third.hears(({ desks }) => desks.includes(other.postId));
    expect(hint.desks).toEqual([other.postId]);
    expect(third.heard.flatMap((each) => each.hint.files)).not.toContain(lost);
  }, 60_000);

  it('is closed when the server shuts down, which is not held up by it', async () => {
    const app = await another();
    const listener = await listen(clerks.officer, { at: await serve(app) });
    await app.close();
    await listener.ends();
  });

  it('asks for no post, answers HEAD without a body, and tells proxies to keep nothing', async () => {
    const token = await api().token(clerks.officer);
    const head = await fetch(`${here}/api/v1/live`, { method: 'HEAD', headers: { authorization: `Bearer ${token}` } });
    expect(head.status).toBe(200);
    const line = await fetch(`${here}/api/v1/live`, { headers: { authorization: `Bearer ${token}` } });
    expect(line.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(line.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(line.headers.get('content-security-policy')).toContain("default-src 'self'");
    await line.body?.cancel();
  });
});
