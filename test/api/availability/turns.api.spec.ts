import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@patravali/authorization';
import { useApi } from '../../support/http/api';
import { type Clerks, appointClerks } from '../../support/http/clerks';
import { aRawPdf } from '../../support/papers/hostile-pdfs';
import { holdChildren } from '../../support/processes/own-children';

const LETTER = aRawPdf([
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
]);
/** So many are checked at once. */
const AT_ONCE = 2;
/** As many as are checked at once and may wait of one person. */
const TAKEN = 12;
const onLinux = process.platform === 'linux' ? describe : describe.skip;

/** Nothing is checked to its end until all that shall stand in the line does: those who check are held meanwhile. */
onLinux('uploads of many', () => {
  const api = useApi();
  let url: string;
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    const server = api().app.getHttpServer() as { address(): AddressInfo };
    await api().app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${server.address().port}/api/v1`;
  });

  const headersOf = async (by: Actor) => ({
    authorization: `Bearer ${await api().token(by)}`,
    'x-acting-post': by.postId,
    'content-type': 'application/pdf',
    'accept-language': 'en',
  });
  const upload = async (by: Actor) => {
    const answer = await fetch(`${url}/documents`, { method: 'POST', headers: await headersOf(by), body: LETTER });
    const body: unknown = await answer.json();
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body };
  };
  const turnsOf = async (by: Actor) => {
    const answer = await fetch(`${url}/turns`, { headers: await headersOf(by) });
    return ((await answer.json()) as { items: { operation: string; place: number }[] }).items;
  };
  const storedNow = async () =>
    (await api().office.rows<{ count: number }>('SELECT count(*)::int FROM document'))[0]?.count ?? 0;
  const waitUntil = async (by: Actor, waiting: number) => {
    while ((await turnsOf(by)).length !== waiting) await pause(10);
  };
  let checking: ReturnType<typeof holdChildren>;
  beforeEach(() => (checking = holdChildren('pdf-child')));
  afterEach(() => checking.letGo());

  it('wait for themselves: another person’s comes next, and everybody is told his place', async () => {
    const { clerk } = clerks;
    const other = await api().office.actor({ marking: 'DH(EST)-2', roles: ['dealing_hand'] });
    await api().token(clerk);
    let done = 0;
    const many = Array.from({ length: TAKEN }, () => upload(clerk).then(({ status }) => (done++, status)));
    await waitUntil(clerk, TAKEN - AT_ONCE);

    const refused = await upload(clerk);
    expect(refused).toMatchObject({ retryAfter: '10', body: { status: 429, code: 'too-busy' } });

    const own = upload(other).then(({ status }) => [status, done] as const);
    await waitUntil(other, 1);
    expect(await turnsOf(other)).toEqual([{ operation: 'uploadDocument', place: 1 }]);
    expect(done).toBe(0);
    checking.letGo();
    const [status, before] = await own;
    expect(status).toBe(201);
    expect(before).toBeLessThan(TAKEN - 4);
    expect(await Promise.all(many)).toEqual(Array.from({ length: TAKEN }, () => 201));
    expect(await turnsOf(clerk)).toEqual([]);
  });

  it('leave the line when their sender goes away', async () => {
    const { clerk } = clerks;
    const before = await storedNow();
    const headers = await headersOf(clerk);
    // Not by fetch, which connects anew when it is aborted, and keeps the server from closing.
    const many = Array.from({ length: TAKEN }, () =>
      request(`${url}/documents`, { method: 'POST', headers, agent: false }),
    );
    for (const each of many) each.on('error', () => undefined).end(LETTER);
    await waitUntil(clerk, TAKEN - AT_ONCE);
    for (const each of many) each.destroy();
    await waitUntil(clerk, 0);
    checking.letGo();
    expect((await upload(clerk)).status).toBe(201);
    // Those that were being checked may be kept, as is the last.
    expect(await storedNow()).toBeLessThanOrEqual(before + AT_ONCE + 1);
  });
});
