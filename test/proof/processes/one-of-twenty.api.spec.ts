import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { fingerprintOf, make, pem } from '../../../libs/platform/signatures/test/made-certificates';
import { useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { post, send, type Step } from '../../support/http/repetition';
import { WORDS } from '../../support/office/words';
import { reportReturned } from '../../support/papers/reported-mail';
import { writeIssue } from '../../support/papers/written-letters';
import { aRoot, usernameOf } from '../../support/signing/trust-acts';

const AT_ONCE = 20;
/** Told to whoever asks too much, or waited too long for his turn on a busy machine: he may ask again, and is then told the rest. */
const COME_AGAIN = ['being-changed', 'office-busy', 'too-busy', 'too-many-requests'];
/** Processes of their own read keys and certificates, after other work. */
const LONG = 120_000;

/** What may be done once is asked for by many at the same moment, each with a request of his own. */
describe('of twenty at once one wins', () => {
  const api = useApi();
  let clerks: Clerks;
  /** Both look after the office: what a process of its own reads waits in a line, in which one person has twelve places. */
  let administrators: readonly Actor[];
  beforeAll(async () => {
    clerks = await appointClerks(api());
    administrators = [clerks.administrator, await api().office.actor({ marking: 'ADMIN-2', roles: ['administrator'] })];
  });

  const events = async () => (await api().office.counts()).event ?? 0;
  /** How many were done, how many events that wrote, and with which codes the others were refused for good. */
  async function atOnce(by: readonly Actor[], step: (place: number) => Step) {
    await Promise.all(by.map((each) => api().token(each)));
    const before = await events();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, place) => {
        const one = by[place % by.length];
        if (!one) throw new Error('Nobody does it');
        return send(api(), one, step(place), randomUUID());
      }),
    );
    const refused = answers.filter(({ status }) => status >= 300);
    return {
      done: AT_ONCE - refused.length,
      events: (await events()) - before,
      refused: [...new Set(refused.map(({ body }) => (body as { code: string }).code))].filter(
        (code) => !COME_AGAIN.includes(code),
      ),
    };
  }
  const oneAndElse = (...codes: string[]) => ({ done: 1, events: 1, refused: codes });
  async function made(by: Actor, step: Step) {
    const { status, body, text } = await send(api(), by, step, randomUUID());
    expect([step.does, Math.floor(status / 100), text]).toEqual([step.does, 2, text]);
    return body as Readonly<Record<string, unknown>>;
  }
  const ending = (does: 'endTrustedRoot' | 'endCertificateBinding', path: string) =>
    post(does, `${path}/end`, { reason: 'भूल' });

  it(
    'who adds a root, and who ends it',
    async () => {
      const { body } = aRoot();
      const adding = post('addTrustedRoot', '/trusted-roots', body);
      expect(await atOnce(administrators, () => adding)).toEqual(oneAndElse('root-trusted'));
      const [root] = await api().office.rows<{ id: string }>('SELECT id FROM trusted_root WHERE fingerprint = $1', [
        body.fingerprint,
      ]);
      const end = ending('endTrustedRoot', `/trusted-roots/${root?.id ?? ''}`);
      expect(await atOnce(administrators, () => end)).toEqual(oneAndElse('trust-ended'));
    },
    LONG,
  );

  it(
    'who binds a certificate or all of its holder, to whichever of two people, and who ends that',
    async () => {
      const { root, body } = aRoot();
      await made(clerks.administrator, post('addTrustedRoot', '/trusted-roots', body));
      const people = [clerks.officer, clerks.stranger].map(usernameOf);
      const binding = (what: object) => (place: number) =>
        post('bindCertificate', '/certificate-bindings', {
          username: people[(place >> 1) % 2],
          reason: 'प्रमाण-पत्र स्वयं देखा',
          ...what,
        });
      const own = make({ name: 'A. Varma', by: root });
      const certificate = Buffer.from(own.der).toString('base64');
      const holder = { number: 'PSA-78', name: 'A. Varma', rootFingerprint: body.fingerprint };
      for (const what of [{ certificate }, { holder }])
        expect(await atOnce(administrators, binding(what))).toEqual(oneAndElse('certificate-bound'));
      const bound = await api().office.rows<{ id: string }>(
        'SELECT id FROM certificate_binding WHERE fingerprint = $1 OR root_fingerprint = $2',
        [fingerprintOf(own), body.fingerprint],
      );
      expect(bound).toHaveLength(2);
      for (const { id } of bound) {
        const end = ending('endCertificateBinding', `/certificate-bindings/${id}`);
        expect(await atOnce(administrators, () => end)).toEqual(oneAndElse('trust-ended'));
      }
    },
    LONG,
  );

  it(
    'who says that a mail has come back as was reported; before that, who says that it has not',
    async () => {
      const { office } = api();
      const { officer } = clerks;
      const { fileId } = await office.newFile(officer);
      const bytes = await office.get<ObjectStore>(OBJECT_STORE).put({ bytes: Buffer.from('%PDF-1.7 a letter') });
      const letter = { fileId, by: officer, signatory: officer, served: 0, email: 'inspector@example.in', bytes };
      const { id } = await writeIssue(office, letter);
      const mail = { dispatches: [{ recipient: 0, mode: 'email' }] };
      const { dispatchIds } = await made(officer, post('dispatchIssue', `/issues/${id}/dispatches`, mail));
      const [dispatchId = ''] = dispatchIds as string[];
      await reportReturned(office, dispatchId);
      const answer = (holds: boolean) => (): Step => {
        const path = `/issues/${id}/dispatches/${dispatchId}/report`;
        return { does: 'answerReport', method: 'put', path, body: { outcome: 'returned', holds } };
      };
      expect(await atOnce([officer], answer(false))).toEqual(oneAndElse('no-such-report'));
      expect(await atOnce([officer], answer(true))).toEqual(oneAndElse('dispatch-not-under-way'));
    },
    LONG,
  );

  it(
    'who reverses a decision: the sheet has it once',
    async () => {
      const { officer, clerk } = clerks;
      const file = await openAFile(api(), clerk);
      const path = `/files/${file}/forward`;
      const toClerk = (decision: string) => {
        const note = { ...aNote('विचार किया गया।'), decision };
        return post('forwardFile', path, { toPostId: clerk.postId, note, confirmNote: true });
      };
      const up = post('forwardFile', path, { toPostId: officer.postId, ...WORDS });
      await made(clerk, up);
      await made(officer, toClerk('approved'));
      await made(clerk, up);
      expect(await atOnce([officer], () => toClerk('not_approved'))).toEqual(oneAndElse('not-allowed'));
      const decided = 'SELECT decision FROM note WHERE file_id = $1 AND decision IS NOT NULL ORDER BY number';
      expect(await api().office.rows(decided, [file])).toEqual([
        { decision: 'approved' },
        { decision: 'not_approved' },
      ]);
      const last = 'SELECT decision FROM decision_of_file($1, $2)';
      expect(await api().office.rows(last, [api().office.id, file])).toEqual([{ decision: 'not_approved' }]);
    },
    LONG,
  );

  it(
    'who adds a kind of case under a code',
    async () => {
      const adding = (place: number) => {
        const powers = [{ fromOn: '2026-01-01', levels: [5, 4, 3, 2, 1], reason: `कारण ${place}` }];
        const name = { hi: 'भूमि आवंटन', en: `Allotment of land ${place}` };
        return post('keepCaseCategory', '/case-categories', { code: 'LAND', isNew: true, name, powers });
      };
      expect(await atOnce(administrators, adding)).toEqual(oneAndElse('category-code-taken'));
      const powers = await api().office.rows(
        `SELECT k.name_en, d.reason FROM case_category k JOIN power_delegation d
           ON (d.organisation_id, d.category_id) = (k.organisation_id, k.id) WHERE k.code = 'LAND'`,
      );
      // Name and reason are those of one request.
      const [place] = /\d+/.exec((powers as { name_en: string }[])[0]?.name_en ?? '') ?? [];
      expect(powers).toEqual([{ name_en: `Allotment of land ${place ?? ''}`, reason: `कारण ${place ?? ''}` }]);
    },
    LONG,
  );

  it(
    'who grades a file higher, with all that follows',
    async () => {
      const file = await openAFile(api(), clerks.officer);
      const body = { grading: 'confidential', reason: 'जाँच आरम्भ' };
      const grade: Step = { does: 'regradeFile', method: 'put', path: `/files/${file}/grading`, body, ifMatch: '"1"' };
      expect(await atOnce([clerks.officer], () => grade)).toEqual(oneAndElse('file-moved'));
    },
    LONG,
  );

  it(
    'who ends his leave',
    async () => {
      await api().office.linkOfficerOf(clerks.officer);
      expect(await atOnce([clerks.officer], () => post('endLeave', '/leave/end'))).toEqual(oneAndElse('not-on-leave'));
    },
    LONG,
  );

  it(
    'key of a person: each that is added takes the place of the one before',
    async () => {
      const { officer } = clerks;
      const { root, body } = aRoot();
      await made(clerks.administrator, post('addTrustedRoot', '/trusted-roots', body));
      const tokens = Array.from({ length: AT_ONCE }, () => {
        const own = make({ name: officer.name.en, number: officer.userId, by: root });
        return { certificates: Buffer.from(pem(own) + pem(root)).toString('base64') };
      });
      const {
        done,
        events: written,
        refused,
      } = await atOnce([officer], (place) => post('addTokenKey', '/signing-keys/token', tokens[place]));
      // He has fewer places in the line, and may add so many within a minute.
      expect([done, refused]).toEqual([written, []]);
      expect(done).toBeGreaterThan(1);
      const states = await api().office.rows(
        `SELECT state, count(*)::int FROM signing_key WHERE user_id = $1 AND kind = 'token' GROUP BY 1 ORDER BY 1`,
        [officer.userId],
      );
      expect(states).toEqual([
        { state: 'in_use', count: 1 },
        { state: 'replaced', count: done - 1 },
      ]);
    },
    LONG,
  );
});
