import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSetUpLink } from '@patravali/identity';
import { fingerprintOf, make } from '../../../libs/platform/signatures/test/made-certificates';
import { aPdf } from '../../support/calls/a-busy-office';
import { useApi } from '../../support/http/api';
import { aLetter, aNote } from '../../support/http/clerks';
import { asP12 } from '../../support/signing/made-keys';

const DAY = '2026-11-30';
const ORDER = 'जिलाधिकारी का आदेश संख्या 118/2026, 27 नवम्बर 2026';
const PASSWORD = 'चार-घोड़े-नदी-पर-72';
/** The last numbers in the registers on paper. */
const LAST = { file: 412, diary: 2871, issue: 1046 };

/** The other posts of the tehsil beside that of its administrator, from the head down, and who joins them. */
const POSTS = [
  { marking: 'तहसीलदार', roles: ['officer'], username: 'arvind', name: 'अरविन्द भारती' },
  { marking: 'ना०तह०', roles: ['officer', 'dealing_hand'], username: 'kamla', name: 'कमला राजभर' },
  { marking: 'रा०नि०', roles: ['dealing_hand'], username: 'rajesh', name: 'राजेश गौतम' },
  { marking: 'प्रेषण', roles: ['dispatcher', 'dealing_hand'], username: 'sushila', name: 'सुशीला चौहान' },
] as const;

/** Somebody at a browser: the cookie of the session, and the post from which he acts. */
interface Seated {
  readonly cookie: string;
  readonly postId: string;
}

type Told = Readonly<Record<string, unknown>>;

describe('a tehsil that writes Hindi alone and begins within the year, from an empty database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-key-'));
  const key = { p12Path: join(folder, 'office.p12'), password: 'as it came' };
  const api = useApi({ holds: 'nothing', config: { demo: false, signing: key } });
  const root = make({ name: 'राज्य प्रमाणन प्राधिकारी', ca: true });
  const seal = make({ name: 'तहसील सगड़ी', by: root });
  beforeAll(async () => {
    writeFileSync(key.p12Path, Buffer.from((await asP12(seal, [root])).p12, 'base64'));
    await api().office.rows(
      `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS
        $$ SELECT '${DAY}T11:00:00+05:30'::timestamptz $$`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What somebody has sent to change something. */
  let sent = 0;
  const asked = async (by: Seated | null, method: 'get' | 'post' | 'put', path: string, body?: object, more = {}) => {
    const seat = by ? { cookie: by.cookie, 'x-acting-post': by.postId } : {};
    const key = method === 'get' ? {} : { 'idempotency-key': crypto.randomUUID() };
    const headers = { 'accept-language': 'hi', ...seat, ...key, ...more };
    const answer = await api().ask(method, `/api/v1${path}`, { headers, ...(body && { body }) });
    expect([path, Math.floor(answer.status / 100), answer.text]).toEqual([path, 2, answer.text]);
    if (method !== 'get') sent += 1;
    return answer;
  };
  const act = async (by: Seated, path: string, body: object = {}) => (await asked(by, 'post', path, body)).body as Told;
  const read = async <T>(by: Seated, path: string) => (await asked(by, 'get', path)).body as T;
  /** Opens a session, by the link at the terminal or by one that the administrator hands out. */
  const comes = async (path: string, body: object): Promise<Seated> => {
    const { headers, body: told } = await asked(null, 'post', path, { ...body, newPassword: PASSWORD });
    const [post] = (told as { posts: { id: string }[] }).posts;
    return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', postId: post?.id ?? '' };
  };
  const inHindi = (text: string) => ({ hi: text, en: text });

  it('sends its first letter as number 1,047 on the same day, and nobody has typed a command', async () => {
    const token = await makeSetUpLink(api().office.dataSource.manager);
    const administrator = await comes('/set-up', {
      token,
      office: { hi: 'तहसील सगड़ी', en: null },
      name: { hi: 'मीना सोनकर', en: null },
      username: 'meena',
    });

    const { items: units } = await read<{ items: { id: string }[] }>(administrator, '/units');
    const unitId = units[0]?.id ?? '';
    await asked(administrator, 'put', '/letterhead', {
      layout: 'uttar_pradesh',
      place: inHindi('सगड़ी'),
      address: inHindi('सगड़ी, आजमगढ़, उत्तर प्रदेश'),
    });
    const head = { basic: 'राजस्व', basicHi: null, primary: null, secondary: null, title: { hi: 'राजस्व', en: null } };
    const { id: headId } = await act(administrator, '/number-heads', { ...head, reason: ORDER });
    for (const kind of ['file', 'diary', 'issue'] as const) {
      const start = { kind, unitId, headId: kind === 'file' ? headId : null, last: LAST[kind], reason: ORDER };
      await act(administrator, '/number-starts', start);
    }

    const seats = await appoint(administrator, unitId);
    const trusted = { certificate: Buffer.from(root.der).toString('base64'), fingerprint: fingerprintOf(root) };
    await act(administrator, '/trusted-roots', { ...trusted, receivedFrom: 'राज्य प्रमाणन प्राधिकारी' });
    const bound = { username: null, certificate: Buffer.from(seal.der).toString('base64'), reason: ORDER };
    await act(administrator, '/certificate-bindings', bound);
    const checklist = await read<{ items: { item: string; isDone: boolean }[]; isReady: boolean }>(
      administrator,
      '/checklist',
    );
    expect(checklist.items.filter(({ isDone }) => !isDone).map(({ item }) => item)).toEqual(['backup']);
    expect(checklist.isReady).toBe(true);

    const [tehsildar, , inspector, dispatcher] = seats as [Seated, Seated, Seated, Seated];
    const uploaded = await api().app.inject({
      method: 'POST',
      url: '/api/v1/documents?fileName=patra.pdf',
      headers: { cookie: inspector.cookie, 'x-acting-post': inspector.postId, 'content-type': 'application/pdf' },
      payload: await aPdf(),
    });
    const entry = {
      subject: 'चकमार्ग',
      senderName: 'ग्राम प्रधान',
      receivedOn: DAY,
      deliveryMode: 'post',
      language: 'hi',
    };
    const documentId = (JSON.parse(uploaded.payload) as Told).id;
    const diarised = await act(inspector, '/receipts', { ...entry, documentId });
    expect(diarised.diaryNumber).toBe(`${LAST.diary + 1}/2026/HQ`);
    const opened = await act(inspector, '/files', { headId, subject: 'चकमार्ग की पैमाइश' });
    expect(opened.number).toBe(`राजस्व/${LAST.file + 1}/2026-HQ`);
    const file = String(opened.id);
    await act(inspector, `/receipts/${String(diarised.id)}/put-in-file`, { fileId: file });
    const draft = await act(inspector, `/files/${file}/drafts`, { content: aLetter(tehsildar.postId) });
    const note = aNote('आलेख अनुमोदनार्थ प्रस्तुत।');
    await act(inspector, `/files/${file}/forward`, { toPostId: tehsildar.postId, note, confirmNote: true });
    await act(tehsildar, `/drafts/${String(draft.id)}/approve`, { draftVersion: 1 });
    const issued = await act(tehsildar, `/drafts/${String(draft.id)}/issue`);
    expect(issued.number).toBe(`${LAST.issue + 1}/मु०/2026`);
    const dispatches = [{ recipient: 0, mode: 'post' }];
    await act(dispatcher, `/issues/${String(issued.issueId)}/dispatches`, { dispatches });
    const [printed] = await api().office.rows('SELECT number_hi AS number, issued_at::date::text AS day FROM issue');
    expect(printed).toEqual({ number: issued.number, day: DAY });
    // From the empty database to the letter in the post, sign-ins and the letter itself included.
    expect(sent).toBe(32);
  });

  /** The head bears another name than the first start gives it; three posts more are made, and all are taken charge of. */
  async function appoint(administrator: Seated, unitId: string): Promise<Seated[]> {
    const { items } = await read<{ items: { id: string; marking: string }[] }>(administrator, '/tenures');
    const headPostId = items.find(({ marking }) => marking === 'HEAD')?.id ?? '';
    const seats: Seated[] = [];
    for (const [place, { marking, roles, username, name }] of POSTS.entries()) {
      const post = {
        marking,
        markingHi: marking,
        designation: inHindi(marking),
        level: place + 1,
        unitId,
        superiorPostId: place === 0 ? null : headPostId,
        roles,
        auditedUnitIds: [],
        administeredUnitId: null,
        informationRole: null,
        phone: null,
        email: null,
        reason: ORDER,
      };
      if (place === 0) await asked(administrator, 'put', `/posts/${headPostId}`, post, { 'if-match': '"1"' });
      const postId = place === 0 ? headPostId : String((await act(administrator, '/posts', post)).id);
      const person = { username, name: inHindi(name), email: null, reason: ORDER };
      const { id: personId, token } = await act(administrator, '/people', person);
      const charge = { personId, postId, kind: 'regular', fromOn: DAY, orderReference: ORDER };
      await act(administrator, '/tenures', charge);
      seats.push(await comes('/session/link', { token }));
    }
    return seats;
  }
});
