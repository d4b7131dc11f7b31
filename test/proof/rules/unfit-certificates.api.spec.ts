import type { Actor } from '@patravali/authorization';
import type { TimestampConfig } from '@patravali/config';
import type { Problem, RefusalCode } from '@patravali/contract';
import { type StandIn, standIn } from '../../../libs/platform/signatures/test/http-stand-in';
import {
  ago,
  ahead,
  answer,
  answerAt,
  chainOf,
  type Made,
  make,
  type Wanted,
} from '../../../libs/platform/signatures/test/made-certificates';
import { OID, readElement } from '../../../libs/platform/signatures/src/asn1';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { asP12 } from '../../support/signing/made-keys';
import { certificatesIn, trustRoot } from '../../support/signing/signing-keys';
import { twoSignatories } from '../../support/signing/two-signatories';

const root = make({ name: 'Root', ca: true });
const authority = make({ name: 'Authority', by: root, ca: true });
const EMAIL = 'asha.devi@office.example.in';
/** An authority that never answers is waited for. */
const LONG = 60_000;

/** Its own authority for time stamps is never asked: nothing gets that far. */
const config: { timestamp?: TimestampConfig } = {};
let answers: StandIn;
let answering: (question: Uint8Array) => Uint8Array | number | null;
beforeAll(async () => {
  answers = await standIn(({ body }) => answering(body));
  config.timestamp = { url: 'http://stamps.example.in/', revocationHosts: [answers.host] };
});
afterAll(() => answers.close());
const api = useApi({ config });
let clerks: Clerks;
let letterId: string;
const { ask, numbered } = twoSignatories(api, () => clerks);
beforeAll(async () => {
  clerks = await appointClerks(api());
  await trustRoot(api().office, root.der);
  await api().office.rows('UPDATE office_user SET email = $2 WHERE id = $1', [clerks.officer.userId, EMAIL]);
  letterId = await numbered();
});

/** With what is above it, unless it is said otherwise. */
type Chain = readonly [Made, ...Made[]];
const his = (wanted: Wanted = {}): Chain => [
  make({ name: clerks.officer.name.en, number: clerks.officer.userId, by: authority, ...wanted }),
  wanted.by ?? authority,
];
const nameless = (wanted: Wanted): Chain => {
  const { name = clerks.officer.name.en } = wanted;
  return [make({ by: authority, ...wanted, name }), authority];
};

const UNFIT: readonly (readonly [string, RefusalCode, () => Chain])[] = [
  ['has expired', 'certificate-not-valid', () => his({ until: ago(1) })],
  ['is not valid yet', 'certificate-not-valid', () => his({ from: ahead(1) })],
  ['he made himself', 'certificate-untrusted', () => [make({ name: 'Commissioner', number: clerks.officer.userId })]],
  ['an unknown authority made', 'certificate-untrusted', () => his({ by: make({ name: 'Elsewhere', ca: true }) })],
  [
    'an authority of the same name made',
    'certificate-untrusted',
    () => his({ by: make({ name: 'Authority', ca: true }) }),
  ],
  [
    'leads to the root over twelve',
    'certificate-untrusted',
    () => {
      const chain = chainOf(12, root);
      return [his({ by: chain[0] ?? root })[0], ...chain];
    },
  ],
  [
    'a person made',
    'certificate-untrusted',
    () => {
      const [person] = his();
      return [...his({ by: person }), authority];
    },
  ],
  ['is of RSA with 1024 bits', 'certificate-weak', () => his({ kind: 'RSA 1024' })],
  ['is signed with SHA-1', 'certificate-weak', () => his({ sha1: true })],
  ['is for a server', 'certificate-not-for-signing', () => his({ purposes: [OID.mayIdentifyServer] })],
  ['is that of an authority', 'certificate-not-for-signing', () => his({ ca: true })],
  ['bears his name alone', 'certificate-unbound', () => nameless({})],
  ['bears the name of another', 'certificate-unbound', () => nameless({ name: 'Commissioner' })],
  ['bears the number of another', 'certificate-unbound', () => nameless({ number: clerks.stranger.userId })],
  [
    'bears two numbers, one of them his',
    'certificate-unbound',
    () => nameless({ number: [clerks.officer.userId, '7'] }),
  ],
  [
    'has his number within its name',
    'certificate-unbound',
    () => nameless({ name: `Asha Devi, serialNumber=${clerks.officer.userId}` }),
  ],
  // One of its letters is Cyrillic.
  [
    'bears a name that looks like his',
    'certificate-unbound',
    () => nameless({ name: clerks.officer.name.en.replace('o', 'о') }),
  ],
  ['bears an address that begins like his', 'certificate-unbound', () => nameless({ email: `${EMAIL}.example.org` })],
  [
    'bears an address that ends with nothing',
    'certificate-unbound',
    () => nameless({ otherEmail: `${EMAIL}\u0000.example.org` }),
  ],
];

const counts = async () => ({ ...(await api().office.counts()), recent_use: 0, session: 0 });
/** In the language of whoever asks, with the code; and nothing has changed. */
async function expectRefused(path: string, body: object, expected: Partial<Problem>): Promise<void> {
  const before = await counts();
  for (const language of ['hi', 'en'] as const) {
    const headers = { 'accept-language': language };
    const { status, body: problem } = await api().as(clerks.officer, 'post', path, { body, headers });
    expect([status, problem]).toMatchObject([expected.status, expected]);
    expect(/[\u0900-\u097f]/.test((problem as Problem).detail)).toBe(language === 'hi');
  }
  expect(await counts()).toEqual(before);
}

const asToken = (chain: Chain) => ({
  certificates: Buffer.from(chain.map(({ der }) => pemOf(der)).join('')).toString('base64'),
});
const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** Written past every rule of the database: its row says that it is his, trusted and valid. */
async function keyPastTheRules({ organisationId, userId }: Actor, [own, ...others]: Chain) {
  const { p12, password } = await asP12(own, others);
  const [facts] = await certificatesIn(p12, password);
  const { office } = api();
  await office.rows('ALTER TABLE signing_key DISABLE TRIGGER USER');
  await office.rows('DELETE FROM signing_key WHERE user_id = $1', [userId]);
  const [key] = await office.rows<{ id: string }>(
    `INSERT INTO signing_key (id, organisation_id, user_id, kind, p12, subject, issuer, serial, valid_from, valid_until,
       fingerprint, bears_other_name, holder, holder_number, holder_emails, root_fingerprint, bound_by)
     SELECT gen_random_uuid(), $1, $2, 'p12', $3, 'CN=His', 'CN=Root', '1', office_now() - INTERVAL '1 day',
       office_now() + INTERVAL '1 day', $4, false, 'His', $5, '{}', r.fingerprint, 'number' FROM trusted_root r
     RETURNING id`,
    [organisationId, userId, p12, facts.fingerprint, userId],
  );
  await office.rows('ALTER TABLE signing_key ENABLE TRIGGER USER');
  return { keyId: key?.id ?? '', passphrase: password };
}

describe.each(UNFIT)('a certificate that %s (%s)', (_, code, chain) => {
  it('is not taken in, told in both languages, and nothing changes', async () => {
    await expectRefused('/signing-keys/token', asToken(chain()), { status: 409, code });
  });

  it('signs nothing, whatever its row says', async () => {
    const key = await keyPastTheRules(clerks.officer, chain());
    await expectRefused(`/letters-to-sign/${letterId}/sign`, key, { status: 409, code });
  });
});

/** What a question is about: four sequences deep. */
function about(question: Uint8Array): Uint8Array {
  let part = readElement(question);
  for (let depth = 0; depth < 4; depth++) part = readElement(part.content);
  return part.bytes;
}
/** It ends with the serial number. */
const aboutAnother = (question: Uint8Array): Uint8Array =>
  about(question).map((byte, at, all) => (at === all.length - 1 ? byte ^ 1 : byte));
const good = (by: Made, question: Uint8Array, said: Partial<Parameters<typeof answer>[1]> = {}) =>
  answer(by, { about: about(question), status: 'good', certificates: [by], ...said });

/** None of them is an answer. */
const NO_ANSWERS: readonly (readonly [string, (question: Uint8Array) => Uint8Array | number | null])[] = [
  ['is signed by a stranger of the same name', (question) => good(make({ name: 'Root', ca: true }), question)],
  ['is signed by a person', (question) => good(make({ by: root }), question)],
  ['is about another certificate', (question) => good(root, question, { about: aboutAnother(question) })],
  ['was right last week and is repeated', (question) => good(root, question, { made: ago(7), next: ago(6) })],
  ['is of tomorrow', (question) => good(root, question, { made: ahead(1), next: ahead(2) })],
  ['is the page of a hotel', () => Buffer.from('<html>')],
  ['is a fault of its server', () => 500],
  ['never comes', () => null],
];

describe('where somebody is asked whether a certificate is revoked', () => {
  /** Of its issuer, who is trusted, nobody is asked. */
  const whoIsAsked = () => his({ by: root, extensions: [answerAt(answers.url)] });
  const refusesUnchecked = (refuses: boolean) =>
    api().office.rows('UPDATE organisation SET refuses_unchecked = $1', [refuses]);
  const add = async () => ask(clerks.officer, '/signing-keys/token', asToken(whoIsAsked()));
  afterEach(() => refusesUnchecked(false));

  it.each(NO_ANSWERS)(
    'an answer that %s is none: such an office takes no certificate in and signs nothing (503)',
    async (_, says) => {
      answering = says;
      await refusesUnchecked(true);
      const expected = { status: 503, code: 'revocation-unchecked' } as const;
      await expectRefused('/signing-keys/token', asToken(whoIsAsked()), expected);
      const key = await keyPastTheRules(clerks.officer, whoIsAsked());
      await expectRefused(`/letters-to-sign/${letterId}/sign`, key, expected);
    },
    LONG,
  );

  it('an office that does not insist takes it in without an answer', async () => {
    answering = () => 500;
    expect(await add()).toMatchObject({ status: 201, body: { boundBy: 'number' } });
  });

  it('an office that insists takes in what its authority answers for', async () => {
    answering = (question) => good(root, question);
    await refusesUnchecked(true);
    expect(await add()).toMatchObject({ status: 201 });
    // Whose certificate names nobody to ask stays unchecked.
    const { status, body } = await ask(clerks.officer, '/signing-keys/token', asToken(his()));
    expect([status, body]).toMatchObject([503, { code: 'revocation-unchecked' }]);
  });

  it('one that is revoked is refused by every office', async () => {
    answering = (question) => answer(root, { about: about(question), status: 'revoked' });
    await expectRefused('/signing-keys/token', asToken(whoIsAsked()), { status: 409, code: 'certificate-revoked' });
    const key = await keyPastTheRules(clerks.officer, whoIsAsked());
    await expectRefused(`/letters-to-sign/${letterId}/sign`, key, { status: 409, code: 'certificate-revoked' });
  });
});
