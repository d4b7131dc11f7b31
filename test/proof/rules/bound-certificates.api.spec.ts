import type { Actor } from '@patravali/authorization';
import type {
  CertificateBinding,
  GenuineLetter,
  IssueView,
  SigningKeyView,
  TrustedRoots,
  UnboundKey,
} from '@patravali/contract';
import {
  ago,
  demoRoot,
  fingerprintOf,
  type Made,
  make,
  pem,
} from '../../../libs/platform/signatures/test/made-certificates';
import { seenPlaces } from '../../../libs/platform/typesetting/test/pdf-text';
import { aRoot, usernameOf } from '../../support/signing/trust-acts';
import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { asP12 } from '../../support/signing/made-keys';
import { giveKey } from '../../support/signing/signing-keys';
import { twoSignatories } from '../../support/signing/two-signatories';

const api = useApi();
let clerks: Clerks;
const { ask, numbered } = twoSignatories(api, () => clerks);
beforeAll(async () => {
  clerks = await appointClerks(api());
});

const REASON = 'सेवा-पुस्तिका से मिलान किया';
const read = async <T>(by: Actor, path: string) => (await api().as(by, 'get', path)).body as T;
const inFile = (...certificates: readonly Made[]) => Buffer.from(certificates.map(pem).join('')).toString('base64');
const idIn = ({ body }: { body: unknown }) => (body as { id: string }).id;
const bind = (body: object) => ask(clerks.administrator, '/certificate-bindings', { reason: REASON, ...body });
const end = (path: string) => ask(clerks.administrator, `${path}/end`, { reason: 'भूल से' });
const addToken = (by: Actor, ...certificates: readonly Made[]) =>
  ask(by, '/signing-keys/token', { certificates: inFile(...certificates) });
const officer = () => usernameOf(clerks.officer);
const sign = (letterId: string, key: object) => ask(clerks.officer, `/letters-to-sign/${letterId}/sign`, key);

/** A root that the office trusts, by its administrator. */
async function trusted() {
  const { root, body } = aRoot();
  return { root, id: idIn(await ask(clerks.administrator, '/trusted-roots', body)), fingerprint: body.fingerprint };
}

describe('a root', () => {
  it('is trusted when an administrator says so, with its fingerprint and from whom he got it, and until he ends it', async () => {
    const { body } = aRoot();
    const typed = body.fingerprint.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:');
    const added = await ask(clerks.administrator, '/trusted-roots', { ...body, fingerprint: typed });
    expect(added.status).toBe(201);
    const listed = async () =>
      (await read<TrustedRoots>(clerks.officer, '/trusted-roots')).items.find(({ id }) => id === idIn(added));
    const { fingerprint, receivedFrom } = body;
    expect(await listed()).toMatchObject({ fingerprint, receivedFrom, state: 'in_force', ended: null });
    const again = await ask(clerks.administrator, '/trusted-roots', body);
    expect([again.status, again.body]).toMatchObject([409, { code: 'root-trusted' }]);
    expect((await end(`/trusted-roots/${idIn(added)}`)).status).toBe(200);
    expect(await listed()).toMatchObject({ state: 'ended', ended: { reason: 'भूल से' } });
    const twice = await end(`/trusted-roots/${idIn(added)}`);
    expect([twice.status, twice.body]).toMatchObject([409, { code: 'trust-ended' }]);
  });

  it('is not trusted under another fingerprint (422), nor is what is no root (422)', async () => {
    const { body } = aRoot();
    const add = (certificate: string, fingerprint: string) =>
      ask(clerks.administrator, '/trusted-roots', { ...body, certificate, fingerprint });
    const other = await add(body.certificate, 'a'.repeat(64));
    expect([other.status, other.body]).toMatchObject([
      422,
      { code: 'fingerprint-differs', errors: [{ pointer: '#/fingerprint' }] },
    ]);
    const [expired, weak] = [make({ ca: true, until: ago(1) }), make({ ca: true, kind: 'RSA 1024' })];
    const below = make({ ca: true, by: make({ ca: true }) });
    for (const unfit of [make({}), below, expired, weak, demoRoot()])
      expect((await add(inFile(unfit), fingerprintOf(unfit))).body).toMatchObject({ status: 422, code: 'root-unfit' });
    const unread = await add(Buffer.from('none').toString('base64'), 'a'.repeat(64));
    expect(unread.body).toMatchObject({ status: 422, code: 'certificates-unread' });
  });

  it('is said by an administrator alone (403), who has confirmed that it is he (403)', async () => {
    const { body } = aRoot();
    for (const by of [clerks.officer, clerks.auditor])
      expect((await ask(by, '/trusted-roots', body)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    const confirmed = (at: string) =>
      api().office.rows(`UPDATE session SET confirmed_at = ${at} WHERE user_id = $1`, [clerks.administrator.userId]);
    await api().token(clerks.administrator);
    await confirmed('NULL');
    expect((await ask(clerks.administrator, '/trusted-roots', body)).body).toMatchObject({ code: 'confirm-needed' });
    expect((await bind({ username: officer(), certificate: body.certificate })).body).toMatchObject({
      code: 'confirm-needed',
    });
    await confirmed(`clock_timestamp() + INTERVAL '1 hour'`);
  });

  it('leads nowhere any more once it has ended: what it certified signs nothing (409)', async () => {
    const { root, id } = await trusted();
    const { officer: by } = clerks;
    const own = make({ name: by.name.en, number: by.userId, by: root });
    const key = await giveKey(api().office, by, await asP12(own, [root]));
    const letterId = await numbered();
    await end(`/trusted-roots/${id}`);
    expect((await sign(letterId, key)).body).toMatchObject({ status: 409, code: 'certificate-untrusted' });
    const params = { issuer: expect.stringContaining('CN=Root') as string };
    expect((await addToken(by, own, root)).body).toMatchObject({ code: 'certificate-untrusted', params });
  });
});

describe('a certificate that names nobody of the office', () => {
  const bindings = async () =>
    (await read<{ items: CertificateBinding[] }>(clerks.administrator, '/certificate-bindings?limit=200')).items;

  it('is bound by an administrator, with a reason, to one person; its name stands on letters and in the public check', async () => {
    const { root } = await trusted();
    const own = make({ name: 'A. Varma', by: root });
    const before = await addToken(clerks.officer, own);
    const params = { name: 'A. Varma', fingerprint: fingerprintOf(own) };
    expect([before.status, before.body]).toMatchObject([409, { code: 'certificate-unbound', params }]);
    const early = await numbered();
    const without = await signatoryOnPreview();

    const one = { username: officer(), certificate: inFile(own) };
    const bound = await bind(one);
    expect(bound.status).toBe(201);
    expect((await bindings()).find(({ id }) => id === idIn(bound))).toMatchObject({
      person: { username: officer() },
      holder: 'A. Varma',
      fingerprint: params.fingerprint,
      reason: REASON,
      ended: null,
    });
    expect((await bind(one)).body).toMatchObject({ status: 409, code: 'certificate-bound' });
    expect((await addToken(clerks.stranger, own)).body).toMatchObject({ code: 'certificate-unbound' });
    expect((await addToken(clerks.officer, own)).body).toMatchObject({
      boundBy: 'administrator',
      bearsOtherName: true,
    });

    const key = await giveKey(api().office, clerks.officer, await asP12(own, [root]), 'administrator');
    expect((await sign(early, key)).body).toMatchObject({
      status: 409,
      code: 'certificate-name-not-on-letter',
      params: { name: 'A. Varma' },
    });
    expect(await signatoryOnPreview()).toBeGreaterThan(without);
    const letterId = await numbered();
    expect(await sign(letterId, key)).toMatchObject({ status: 200, body: { signed: 1 } });
    expect(await publicCheck(letterId)).toMatchObject([
      { name: clerks.officer.name, certificateName: 'A. Varma', revocation: 'not_checked' },
      { name: clerks.stranger.name, certificateName: null },
    ]);
    const view = await read<IssueView>(clerks.officer, `/issues/${letterId}`);
    expect(view.signatures).toMatchObject([
      { certificate: { holder: 'A. Varma' }, revocation: 'not_checked' },
      { certificate: { holder: clerks.stranger.name.en } },
    ]);
    const next = await numbered();
    await end(`/certificate-bindings/${idIn(bound)}`);
    expect((await sign(next, key)).body).toMatchObject({ status: 409, code: 'certificate-unbound', params });
    expect((await end(`/certificate-bindings/${idIn(bound)}`)).body).toMatchObject({ code: 'trust-ended' });
  });

  it('is bound with all others of its holder below a root, by his number there', async () => {
    const { root } = await trusted();
    const [one, other] = [0, 1].map(() => make({ name: 'A. Varma', number: 'PSA-77', by: root })) as [Made, Made];
    const wanted = { username: officer(), allOfHolder: true };
    const nameless = await bind({ ...wanted, certificate: inFile(make({ name: 'A. Varma', by: root })) });
    expect(nameless.body).toMatchObject({ status: 422, code: 'holder-without-number', params: { name: 'A. Varma' } });
    const { status } = await bind({ ...wanted, certificate: inFile(one) });
    expect(status).toBe(201);
    expect((await addToken(clerks.officer, other)).body).toMatchObject({ boundBy: 'administrator' });
    // The same number below another root is somebody else.
    const elsewhere = make({ name: 'A. Varma', number: 'PSA-77', by: (await trusted()).root });
    expect((await addToken(clerks.officer, elsewhere)).body).toMatchObject({ code: 'certificate-unbound' });
  });

  it('is not bound to nobody (422), nor without a trusted root (409), nor by others than administrators (403)', async () => {
    const { root } = await trusted();
    const certificate = inFile(make({ by: root }));
    const nobody = await bind({ username: 'nobody-here', certificate });
    expect(nobody.body).toMatchObject({
      status: 422,
      code: 'unknown-person',
      params: { username: 'nobody-here' },
      errors: [{ pointer: '#/username' }],
    });
    const strange = await bind({ username: officer(), certificate: inFile(make({})) });
    expect(strange.body).toMatchObject({ status: 409, code: 'certificate-untrusted' });
    const holder = { number: '7', name: 'A', rootFingerprint: 'a'.repeat(64) };
    expect((await bind({ username: officer(), holder })).body).toMatchObject({ code: 'certificate-untrusted' });
    expect((await bind({ username: officer(), holder, certificate })).body).toMatchObject({ code: 'invalid-input' });
    const own = { username: officer(), certificate, reason: REASON };
    const by = await ask(clerks.officer, '/certificate-bindings', own);
    expect(by.body).toMatchObject({ status: 403, code: 'not-allowed' });
    for (const path of ['/certificate-bindings', '/unbound-keys'])
      expect((await api().as(clerks.officer, 'get', path)).body).toMatchObject({ code: 'not-allowed' });
  });

  /** How far down the officer is named below the room for the mark of the signatures, of a letter as `numbered` makes it. */
  async function signatoryOnPreview(): Promise<number> {
    const file = await openAFile(api(), clerks.officer);
    const content = { ...aLetter(clerks.officer.postId), coSignatoryPostIds: [clerks.stranger.postId] };
    const { status, body } = await ask(clerks.officer, `/files/${file}/draft-preview`, { content });
    expect(status).toBe(200);
    return (await seenPlaces(body as Uint8Array, '(SO(EST)'))[0]?.down ?? NaN;
  }

  async function publicCheck(letterId: string): Promise<GenuineLetter['signatures']> {
    const key = await giveKey(api().office, clerks.stranger);
    await ask(clerks.stranger, `/letters-to-sign/${letterId}/sign`, key);
    const [issue] = await api().office.rows<{ code: string }>('SELECT code FROM issue WHERE id = $1', [letterId]);
    const { body } = await api().ask('get', `/api/v1/genuine?code=${issue?.code ?? ''}`);
    return (body as GenuineLetter).signatures;
  }
});

describe('a key from before its certificate was asked whose it is', () => {
  it('is kept, signs nothing until an administrator has bound it (409), and signs then', async () => {
    const { officer: by } = clerks;
    const key = await giveKey(api().office, by);
    const letterId = await numbered();
    await api().office.rows('ALTER TABLE signing_key DISABLE TRIGGER USER');
    await api().office.rows(
      `UPDATE signing_key SET certificates = NULL, holder = NULL, holder_number = NULL, holder_emails = NULL,
         root_fingerprint = NULL, bound_by = NULL WHERE id = $1`,
      [key.keyId],
    );
    await api().office.rows('ALTER TABLE signing_key ENABLE TRIGGER USER');
    const shown = async () =>
      (await read<{ items: SigningKeyView[] }>(by, '/signing-keys')).items.find(({ id }) => id === key.keyId);
    const waiting = async () =>
      (await read<{ items: UnboundKey[] }>(clerks.administrator, '/unbound-keys')).items.map(({ id }) => id);
    expect([await shown(), await waiting()]).toMatchObject([{ state: 'in_use', boundBy: null }, [key.keyId]]);
    const refused = await sign(letterId, key);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'certificate-unbound' }]);

    const another = await bind({ username: usernameOf(clerks.stranger), keyId: key.keyId });
    expect(another.body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await bind({ username: null, keyId: key.keyId })).body).toMatchObject({ status: 404 });
    expect((await bind({ username: officer(), keyId: key.keyId })).status).toBe(201);
    expect([await shown(), await waiting()]).toMatchObject([{ boundBy: 'administrator' }, []]);
    expect(await sign(letterId, key)).toMatchObject({ status: 200, body: { signed: 1 } });
  });

  it('is not bound after it has been given up (409)', async () => {
    const { keyId } = await giveKey(api().office, clerks.officer);
    await ask(clerks.officer, `/signing-keys/${keyId}/revoke`);
    const late = await bind({ username: officer(), keyId });
    expect(late.body).toMatchObject({ status: 409, code: 'key-ended' });
  });
});

describe('the seal of the office', () => {
  it('of the demo is trusted in offices of the demo alone: no other seals with it, nor signs with its keys (409)', async () => {
    const seal = async () => (await read<TrustedRoots>(clerks.administrator, '/trusted-roots')).seal;
    expect(await seal()).toMatchObject({ fault: null });
    const key = await giveKey(api().office, clerks.officer);
    const letterId = await numbered();
    const content = aLetter(clerks.officer.postId);
    const file = await openAFile(api(), clerks.officer);
    const draftId = idIn(await ask(clerks.officer, `/files/${file}/drafts`, { content }));
    await ask(clerks.officer, `/drafts/${draftId}/approve`, { draftVersion: 1 });
    await api().office.rows('UPDATE organisation SET demo = false');
    try {
      expect(await seal()).toMatchObject({ fault: 'untrusted' });
      expect((await sign(letterId, key)).body).toMatchObject({ code: 'certificate-untrusted' });
      const issued = await ask(clerks.officer, `/drafts/${draftId}/issue`);
      expect([issued.status, issued.body]).toMatchObject([409, { code: 'seal-unfit' }]);
    } finally {
      await api().office.rows('UPDATE organisation SET demo = true');
    }
  });
});
