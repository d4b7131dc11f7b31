import { inflateSync } from 'node:zlib';
import { Outgoing } from '@patravali/outgoing';
import {
  httpRevocationSource,
  type RevocationQuestion,
  type RevocationSource,
  SigningProcess,
} from '@patravali/signatures';
import { startTypesetter } from '@patravali/typesetting';
import { aPage } from '../../../typesetting/test/samples';
import { has, itWith, run } from '../../../typesetting/test/tools';
import { Authority, type IssuedKey, PERSON, STAMPER } from '../../test/authority';
import { type StandIn, standIn } from '../../test/http-stand-in';
import { validIn } from '../../test/signatures-of';

const withOpenssl = has('openssl') ? describe : describe.skip;
const LIST = ['crlDistributionPoints=URI:http://crl.test.in/root.crl'];
const ANSWER = ['authorityInfoAccess=OCSP;URI:http://ocsp.test.in/'];

/** OpenSSL is the authority: it stamps, revokes, and says what is revoked. */
withOpenssl('what proves a signature in twenty years', () => {
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const questions: RevocationQuestion[] = [];
  const says: Record<RevocationQuestion['kind'], (body: Uint8Array | null) => Uint8Array | null> = {
    list: () => authority.revocationList(),
    answer: (body) => body && authority.answer(body),
    issuer: () => authority.openssl('x509', '-in', 'ca.pem', '-outform', 'DER'),
  };
  let source: RevocationSource;
  const typesetter = startTypesetter();
  const signing = new SigningProcess({ revocation: { ask: (question) => source.ask(question) } });
  const signature = {
    name: 'राजेश कुमार वर्मा',
    designation: 'अपर आयुक्त',
    reason: 'निर्गत',
    at: new Date('2026-11-24T11:10:00Z'),
  };
  let stamper: IssuedKey;
  let stamps: StandIn;
  let letter: Uint8Array;

  beforeAll(async () => {
    stamper = authority.issue({ name: 'Time Stamp Authority', extensions: [...STAMPER, ...LIST] });
    stamps = await standIn(({ body }) => authority.stamp(body, stamper));
    letter = await typesetter.typeset(aPage);
  }, 60_000);
  beforeEach(() => {
    questions.length = 0;
    source = {
      ask: (question) => {
        questions.push(question);
        return Promise.resolve(says[question.kind](question.body));
      },
    };
  });
  afterAll(async () => {
    await Promise.all([typesetter.close(), signing.close()]);
    await stamps.close();
    authority.close();
  });

  const issued = (name: string, places: readonly string[]) =>
    authority.issue({ name, extensions: [...PERSON, ...places] });
  const signedBy = async (key: IssuedKey, pdf = letter) => {
    const signer = { kind: 'p12', p12: authority.p12(key, 'x'), password: 'x' } as const;
    return await signing.sign(pdf, { signer, signature, timestamp: { url: stamps.url }, longTerm: true });
  };

  it('are the list of what is revoked, and the certificates', async () => {
    const key = issued('Rajesh Kumar Varma', LIST);
    const { bytes, level } = await signedBy(key);
    expect(level).toBe('B-LT');
    expect(new Set(questions.map(({ url }) => url))).toEqual(new Set(['http://crl.test.in/root.crl']));
    const inside = streamsIn(bytes);
    expect(inside.some((stream) => Buffer.compare(stream, key.der) === 0)).toBe(true);
    const list = inside.find((stream) => isList(authority, stream));
    expect(
      list &&
        authority.openssl(
          'crl',
          '-inform',
          'DER',
          '-in',
          authority.file('kept.crl', list),
          '-CAfile',
          'ca.pem',
          '-noout',
        ),
    ).toBeDefined();
  });

  it('are an answer about the certificate where one can be had, and then no list of it', async () => {
    const { bytes, level } = await signedBy(issued('Sunita Yadav', [...LIST, ...ANSWER]));
    expect(level).toBe('B-LT');
    expect(questions.map(({ kind }) => kind).sort()).toEqual(['answer', 'list']);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/OCSPs \[/);
  });

  itWith('pdfsig')('stand behind what is signed, of several signatures too', async () => {
    const { bytes: once } = await signedBy(issued('Rajesh Kumar Varma', LIST));
    const { bytes: twice, level } = await signedBy(issued('Sunita Yadav', ANSWER), once);
    expect(level).toBe('B-LT');
    expect([once, twice].map(validIn)).toEqual([1, 2]);
    expect(Buffer.compare(twice.subarray(0, once.length), once)).toBe(0);
    expect(run('qpdf', ['--check', 'FILE'], twice)).toMatchObject({ status: 0 });
  });

  it('are no more than a time stamp where nobody answers, or not of it', async () => {
    const key = issued('Imran Ansari', LIST);
    source = { ask: () => Promise.resolve(null) };
    expect(await signedBy(key)).toMatchObject({ level: 'B-T' });
    source = { ask: () => Promise.resolve(Buffer.from('<html>')) };
    expect(await signedBy(key)).toMatchObject({ level: 'B-T' });
    const stranger = new Authority();
    source = { ask: () => Promise.resolve(stranger.revocationList()) };
    expect(await signedBy(key)).toMatchObject({ level: 'B-T' });
    expect(await signedBy(authority.issue({ name: 'Names Nobody' }))).toMatchObject({ level: 'B-T' });
    stranger.close();
  }, 60_000);

  it.each([
    ['list', LIST],
    ['answer', ANSWER],
  ])('are none for a certificate that is revoked, and nothing is signed (%s)', async (_, places) => {
    const key = issued('Dismissed Officer', places);
    expect(await signedBy(key)).toMatchObject({ level: 'B-LT' });
    authority.revoke(key);
    await expect(signedBy(key)).rejects.toMatchObject({ name: 'SigningFailed', why: 'certificate-revoked' });
  });

  it('begin with the issuer, who is asked for where nobody sent him along', async () => {
    const key = issued('Rajesh Kumar Varma', [...LIST, 'authorityInfoAccess=caIssuers;URI:http://ca.test.in/root.cer']);
    const certificates = [key.der];
    const { toSign } = await signing.prepareSignature(letter, { certificates, signature });
    const made = authority.openssl('dgst', '-sha256', '-sign', key.keyPath, authority.file('to-sign.der', toSign));
    const signer = { kind: 'replay', certificates, signature: made } as const;
    const alone = await standIn(({ body }) => authority.stamp(body, stamper, []));
    const options = { signer, signature, timestamp: { url: alone.url }, longTerm: true };
    expect(await signing.sign(letter, options)).toMatchObject({ level: 'B-LT' });
    await alone.close();
    expect(questions.map(({ kind }) => kind)).toContain('issuer');
  });

  it('need a time stamp', async () => {
    const signer = { kind: 'p12', p12: authority.p12(issued('In A Hurry', LIST), 'x'), password: 'x' } as const;
    const sign = signing.sign(letter, { signer, signature, longTerm: true });
    await expect(sign).rejects.toMatchObject({ why: 'timestamp-unavailable' });
  });

  it('are asked for over HTTP', async () => {
    const server = await standIn(({ path }) => (path === '/root.crl' ? authority.revocationList() : 404));
    const asked = httpRevocationSource({ outgoing: new Outgoing(), hosts: [server.host] });
    source = {
      ask: (question) => asked.ask({ ...question, url: question.url.replace('http://crl.test.in', server.url) }),
    };
    expect(await signedBy(issued('Rajesh Kumar Varma', LIST))).toMatchObject({ level: 'B-LT' });
    await server.close();
  });
});

/** What is in the streams of a PDF, packed or not. */
function streamsIn(pdf: Uint8Array): Buffer[] {
  const text = Buffer.from(pdf).toString('latin1');
  // A stream may end with a carriage return of its own.
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)].map(([, stream = '']) => {
    const bytes = Buffer.from(stream, 'latin1');
    try {
      return inflateSync(bytes);
    } catch {
      return bytes;
    }
  });
}

function isList(authority: Authority, stream: Buffer): boolean {
  try {
    return (
      stream.length > 0 &&
      authority.openssl('crl', '-inform', 'DER', '-in', authority.file('it.crl', stream), '-noout').length >= 0
    );
  } catch {
    return false;
  }
}
