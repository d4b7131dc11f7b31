import { type Signer, SigningProcess } from '@patravali/signatures';
import { startTypesetter } from '@patravali/typesetting';
import { aPage } from '../../../typesetting/test/samples';
import { has, itWith, run } from '../../../typesetting/test/tools';
import { Authority, type IssuedKey, STAMPER } from '../../test/authority';
import { type Answering, type StandIn, standIn } from '../../test/http-stand-in';
import { roomsIn, validIn } from '../../test/signatures-of';
import { OID } from '../asn1';
import { readCms } from '../cms/read-cms';

const withOpenssl = has('openssl') ? describe : describe.skip;

/** `openssl ts` is the authority, behind HTTP as a real one. */
withOpenssl('a time stamp', () => {
  const typesetter = startTypesetter();
  const signing = new SigningProcess();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const signature = {
    name: 'राजेश कुमार वर्मा',
    designation: 'अपर आयुक्त',
    reason: 'निर्गत',
    at: new Date('2026-11-24T11:10:00Z'),
  };
  let signer: Signer;
  let stamper: IssuedKey;
  let letter: Uint8Array;
  let answering: Answering;
  let server: StandIn;
  const requests: Buffer[] = [];

  beforeAll(async () => {
    server = await standIn((request) => answering(request));
    stamper = authority.issue({ name: 'Time Stamp Authority', extensions: STAMPER });
    signer = { kind: 'p12', p12: authority.p12(authority.issue({ name: 'Rajesh Kumar Varma' }), 'x'), password: 'x' };
    letter = await typesetter.typeset(aPage);
  }, 60_000);
  beforeEach(() => {
    answering = ({ body }) => {
      requests.push(body);
      return authority.stamp(body, stamper);
    };
  });
  afterAll(async () => {
    await Promise.all([typesetter.close(), signing.close()]);
    await server.close();
    authority.close();
  });

  const stamped = (pdf = letter) => signing.sign(pdf, { signer, signature, timestamp: { url: server.url } });

  it('is one for another program, over the signature itself', async () => {
    const { bytes, level } = await stamped();
    expect(level).toBe('B-T');
    const cms = readCms(roomsIn(bytes)[0]?.cms ?? new Uint8Array(0));
    const token = cms.unsigned.get(OID.timestampToken)?.bytes ?? new Uint8Array(0);
    const files = ['-data', authority.file('signature.bin', cms.signature), '-in', authority.file('token.der', token)];
    expect(authority.openssl('ts', '-verify', ...files, '-token_in', '-CAfile', 'ca.pem').toString()).toContain('OK');
    expect(() =>
      authority.openssl(
        'ts',
        '-verify',
        '-data',
        authority.file('other.bin', 'other'),
        ...files.slice(2),
        '-token_in',
        '-CAfile',
        'ca.pem',
      ),
    ).toThrow(/mismatch|FAILED/i);
  });

  itWith('pdfsig')('leaves the signature valid, and those before and after it', async () => {
    const { bytes: once } = await stamped();
    const { bytes: twice } = await signing.sign(once, { signer, signature });
    const { bytes: thrice } = await stamped(twice);
    expect([once, twice, thrice].map(validIn)).toEqual([1, 2, 3]);
    expect(Buffer.compare(thrice.subarray(0, twice.length), twice)).toBe(0);
    expect(run('qpdf', ['--check', 'FILE'], thrice)).toMatchObject({ status: 0 });
  });

  it('joins a signature that a token made', async () => {
    const own = authority.issue({ name: 'Sunita Yadav' });
    const certificates = [own.der];
    const { toSign } = await signing.prepareSignature(letter, { certificates, signature });
    const made = authority.openssl('dgst', '-sha256', '-sign', own.keyPath, authority.file('to-sign.der', toSign));
    const replay = { kind: 'replay', certificates, signature: made } as const;
    const timestamp = { url: server.url };
    expect(await signing.sign(letter, { signer: replay, signature, timestamp })).toMatchObject({ level: 'B-T' });
  });

  it('is tried without signing anything: the authority says when, or what it gave is none', async () => {
    const before = Date.now();
    const at = await signing.tryTimestamp({ url: server.url });
    expect(Math.abs(at.getTime() - before)).toBeLessThan(60_000);
    answering = () => Buffer.from('no stamp');
    await expect(signing.tryTimestamp({ url: server.url })).rejects.toMatchObject({ name: 'SigningFailed' });
  });

  it('is asked for with a new nonce each time', async () => {
    requests.length = 0;
    await stamped();
    await stamped();
    const texts = requests.map((request) => {
      const path = authority.file('asked.tsq', request);
      return authority.openssl('ts', '-query', '-in', path, '-text').toString();
    });
    const nonces = texts.map((text) => /Nonce: (0x[0-9A-F]+)/.exec(text)?.[1]);
    expect(texts[0]).toMatch(/Hash Algorithm: sha256/);
    expect(texts[0]).toMatch(/Certificate required: yes/);
    expect(new Set(nonces).size).toBe(2);
  });

  describe('is none, and nothing is signed,', () => {
    const UNAVAILABLE = 'timestamp-unavailable';
    const WRONG = 'timestamp-wrong';
    it.each<[string, () => Answering, string]>([
      ['when the authority is out of order', () => () => 503, UNAVAILABLE],
      ['when it sends us elsewhere', () => () => 302, UNAVAILABLE],
      ['when it says more than a time stamp can be', () => () => new Uint8Array(70_000), UNAVAILABLE],
      ['when it refuses', () => () => authority.stamp(Buffer.from('no request'), stamper), UNAVAILABLE],
      ['when it says nothing sensible', () => () => Buffer.from('<html>'), WRONG],
      [
        'when it is over another hash',
        () =>
          ({ body }) =>
            authority.stamp(withOtherHash(body), stamper),
        WRONG,
      ],
      ['when it is an old one', () => () => authority.stamp(requests[0] ?? new Uint8Array(0), stamper), WRONG],
    ])('%s', async (_, answer, why) => {
      answering = answer();
      await expect(stamped()).rejects.toMatchObject({ name: 'SigningFailed', why });
    });

    it('when the certificate inside is another', async () => {
      const other = hexOf(authority.issue({ name: 'Time Stamp Authority', extensions: STAMPER }));
      answering = ({ body }) => {
        const answer = Buffer.from(authority.stamp(body, stamper)).toString('hex');
        return Buffer.from(answer.replace(hexOf(stamper), other), 'hex');
      };
      await expect(stamped()).rejects.toMatchObject({ name: 'SigningFailed' });
    });

    it('when a bit of it was changed', async () => {
      answering = ({ body }) => {
        const answer = Buffer.from(authority.stamp(body, stamper));
        const last = answer.length - 20;
        answer[last] = (answer[last] ?? 0) ^ 1;
        return answer;
      };
      await expect(stamped()).rejects.toMatchObject({ why: WRONG });
    });

    it('when nobody is there', async () => {
      const sign = signing.sign(letter, { signer, signature, timestamp: { url: 'http://127.0.0.1:9' } });
      await expect(sign).rejects.toMatchObject({ why: UNAVAILABLE });
      const file = signing.sign(letter, { signer, signature, timestamp: { url: 'file:///etc/passwd' } });
      await expect(file).rejects.toMatchObject({ why: UNAVAILABLE });
    });
  });
});

const hexOf = ({ der }: IssuedKey): string => Buffer.from(der).toString('hex');

/** The hash follows its header in the request: `04 20`. */
function withOtherHash(request: Buffer): Buffer {
  const other = Buffer.from(request);
  const place = other.indexOf(Buffer.from([0x04, 0x20])) + 2;
  other[place] = (other[place] ?? 0) ^ 1;
  return other;
}
