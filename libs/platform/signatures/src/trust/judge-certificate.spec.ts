import {
  ago,
  ahead,
  chainOf,
  demoRoot,
  extension,
  fingerprintOf,
  type Made,
  make,
  type Wanted,
} from '../../test/made-certificates';
import { factsOf, openCertificate } from '../certificates/certificate';
import { DEMO_ROOT } from './demo-root';
import { element, OID, readElement, sequence, TAG } from '../asn1';
import { judgeCertificate } from './judge-certificate';

const root = make({ name: 'Root', ca: true });
const authority = make({ name: 'Authority', by: root, ca: true });
const oldRoot = make({ name: 'Old Root', ca: true, from: ago(400), until: ago(1) });

const judged = (chain: readonly Made[], roots: readonly Made[] = [root]) =>
  judgeCertificate({
    certificates: chain.map(({ der }) => der),
    roots: roots.map(({ der }) => der),
    at: new Date(),
    answers: [],
  });
const person = (wanted: Wanted = {}) => make({ by: authority, ...wanted });
const below = (wanted: Wanted, more: Wanted = {}) => {
  const between = make({ name: 'Between', by: root, ca: true, ...wanted });
  return [make({ by: between, ...more }), between];
};
/** With so many authorities below the root. */
const over = (authorities: number) => {
  const chain = chainOf(authorities + 1, root);
  return [make({ by: chain[0] ?? root }), ...chain];
};
/** Names below `C=IN, CN=Ministry` alone. */
const ministryAlone = () => {
  const name = readElement(make({ name: 'Ministry' }).subject).bytes;
  const subtree = sequence(element(TAG.context(4), name));
  return extension(OID.nameConstraints, sequence(element(TAG.context(0), subtree)), true);
};

describe('a certificate that an office may rely on', () => {
  it.each<[string, () => Made[]]>([
    ['leads to a trusted root', () => [person(), authority]],
    ['may be issued by the root itself', () => [person({ by: root })]],
    [
      'may have its issuers in any order, with strangers among them',
      () => [person(), root, make({ ca: true }), authority],
    ],
    ['may be of RSA with 2048 bits', () => [person({ kind: 'RSA 2048' }), authority]],
    ['may lead there over six authorities', () => over(6)],
    [
      'may say that it is for mail too',
      () => [person({ purposes: [OID.mayIdentifyServer, OID.mayIdentifyClient] }), authority],
    ],
    ['may have an issuer that allows none below it', () => below({ below: 0 })],
    [
      'may keep to the names that its issuer may certify',
      () => below({ extensions: [ministryAlone()] }, { name: 'Ministry' }),
    ],
  ])('%s', async (_, chain) => {
    expect(await judged(chain())).toMatchObject({
      objection: null,
      root: fingerprintOf(root),
      revocation: 'not_checked',
    });
  });

  it('is told with those that it leads over, up to the root', async () => {
    const own = person();
    const { chain } = await judged([own, make({ ca: true }), authority]);
    expect(chain).toEqual([own, authority, root].map(({ der }) => new Uint8Array(der)));
  });
});

describe('a certificate on which nobody should rely', () => {
  it.each<[string, string, () => Made[], (() => Made[])?]>([
    ['is expired', 'not-valid', () => [person({ until: ago(1) }), authority]],
    ['is not valid yet', 'not-valid', () => [person({ from: ahead(1) }), authority]],
    ['vouches for itself', 'untrusted', () => [make({})]],
    ['vouches for itself as the Commissioner', 'untrusted', () => [make({ name: 'Commissioner' })]],
    ['is of an authority that nobody trusts', 'untrusted', () => [make({ by: make({ name: 'Elsewhere', ca: true }) })]],
    [
      'is of one that bears the name of the root',
      'untrusted',
      () => {
        const other = make({ name: 'Root', ca: true });
        return [make({ by: other }), other];
      },
    ],
    ['names the root, who has not signed it', 'untrusted', () => [make({ by: { ...root, key: make({}).key } })]],
    ['leads to a root that is trusted no more', 'untrusted', () => [person(), authority, root], () => []],
    ['leads to a root that has expired', 'untrusted', () => [make({ by: oldRoot })], () => [oldRoot]],
    ['leads there over an authority that has expired', 'untrusted', () => below({ until: ago(1) })],
    ['leads there over twelve', 'untrusted', () => over(12)],
    [
      'is issued by a person',
      'untrusted',
      () => {
        const between = person();
        return [make({ by: between }), between, authority];
      },
    ],
    [
      'is issued by a person who may issue, he says',
      'untrusted',
      () => {
        const between = person({ usage: 0xc4 });
        return [make({ by: between }), between, authority];
      },
    ],
    [
      'is issued below one that allows none below it',
      'untrusted',
      () => {
        const upper = make({ name: 'Upper', by: root, ca: true, below: 0 });
        const lower = make({ name: 'Lower', by: upper, ca: true });
        return [make({ by: lower }), lower, upper];
      },
    ],
    [
      'bears a name that its issuer may not certify',
      'untrusted',
      () => below({ extensions: [ministryAlone()] }, { name: 'Commissioner' }),
    ],
    [
      'says what we do not know and must not pass over',
      'untrusted',
      () => [person({ extensions: [extension('1.2.3.4', sequence(), true)] }), authority],
    ],
    ['is of RSA with 1024 bits', 'weak', () => [person({ kind: 'RSA 1024' }), authority]],
    ['is of a curve of 224 bits', 'weak', () => [person({ kind: 'P-224' }), authority]],
    ['is issued by RSA with 1024 bits', 'weak', () => below({ kind: 'RSA 1024' })],
    ['is signed with SHA-1', 'weak', () => [person({ sha1: true }), authority]],
    ['is that of an authority', 'not-for-signing', () => [authority]],
    ['does not say that it is for signing', 'not-for-signing', () => [person({ usage: null }), authority]],
    ['is for keys alone', 'not-for-signing', () => [person({ usage: 0x20 }), authority]],
    ['is for a server alone', 'not-for-signing', () => [person({ purposes: [OID.mayIdentifyServer] }), authority]],
    ['is for time stamps alone', 'not-for-signing', () => [person({ purposes: [OID.mayTimestamp] }), authority]],
  ])('%s (%s)', async (_, objection, chain, roots = () => [root]) => {
    expect(await judged(chain(), roots())).toMatchObject({ objection, root: null, revocation: 'not_checked' });
  });

  it('but that of the demo, whose key everybody has, where it is trusted alone', async () => {
    const demo = demoRoot();
    const own = make({ by: demo });
    expect(await judged([own], [demo])).toMatchObject({ objection: null, root: DEMO_ROOT.fingerprint });
    expect(await judged([own, demo])).toMatchObject({ objection: 'untrusted' });
    const { fingerprint, subject, validFrom, validUntil } = factsOf(openCertificate(DEMO_ROOT.certificate));
    expect(DEMO_ROOT).toMatchObject({
      fingerprint,
      subject,
      validFrom: validFrom.toISOString(),
      validUntil: validUntil.toISOString(),
    });
  });

  it.each([
    ['none', [Buffer.from('none')]],
    ['nothing', []],
  ])('is none at all: %s', async (_, certificates) => {
    const asking = judgeCertificate({ certificates, roots: [], at: new Date(), answers: [] });
    await expect(asking).rejects.toMatchObject({ why: 'not-certificates' });
  });
});
describe('whom a certificate speaks for', () => {
  const holder = async (wanted: Wanted) => (await judged([person(wanted), authority])).certificate;

  it('is read from its parts, not from a line that looks like them', async () => {
    expect(await holder({ name: 'Asha Devi, serialNumber=7, emailAddress=dm@example.in' })).toMatchObject({
      number: null,
      emails: [],
    });
    expect(await holder({ number: '7', email: 'DM@Example.in', otherEmail: 'asha@example.in' })).toMatchObject({
      number: '7',
      emails: ['dm@example.in', 'asha@example.in'],
    });
  });

  it('has no number where there are two', async () => {
    expect((await holder({ number: ['7', '8'] })).number).toBeNull();
  });

  it('has no address that looks like another one', async () => {
    expect((await holder({ otherEmail: 'asha@example.in\u0000.evil.in' })).emails).toEqual([]);
    expect((await holder({ otherEmail: 'аsha@example.in' })).emails).toEqual([]);
  });

  it('has a name without what turns a line around', async () => {
    expect((await holder({ name: 'Asha \u202eived\u202c  Devi\u0007' })).name).toBe('Asha ived Devi');
  });
});
