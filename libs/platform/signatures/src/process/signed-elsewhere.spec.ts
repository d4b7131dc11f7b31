import { createHash } from 'node:crypto';
import { type Signature, SigningProcess } from '@patravali/signatures';
import { startTypesetter } from '@patravali/typesetting';
import { aPage } from '../../../typesetting/test/samples';
import { has } from '../../../typesetting/test/tools';
import { Authority, type IssuedKey, P256 } from '../../test/authority';
import { validIn } from '../../test/signatures-of';

const withTools = has('openssl') && has('pdfsig') ? describe : describe.skip;

/** OpenSSL plays the token: it has the private key, and gets nothing but what is to be signed. */
withTools('a signature that a token makes', () => {
  const typesetter = startTypesetter();
  const signing = new SigningProcess();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const signature: Signature = {
    name: 'राजेश कुमार वर्मा',
    designation: 'अपर आयुक्त',
    reason: 'निर्गत',
    at: new Date('2026-11-24T11:10:00Z'),
  };
  let letter: Uint8Array;
  let own: IssuedKey;

  beforeAll(async () => {
    letter = await typesetter.typeset(aPage);
    own = authority.issue({ name: 'Rajesh Kumar Varma' });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([typesetter.close(), signing.close()]);
    authority.close();
  });

  const tokenSigns = (toSign: Uint8Array, { keyPath }: IssuedKey): Uint8Array =>
    authority.openssl('dgst', '-sha256', '-sign', keyPath, authority.file('to-sign.der', toSign));
  const certificates = ({ der }: IssuedKey) => [der];
  const prepared = (key: IssuedKey, pdf = letter) =>
    signing.prepareSignature(pdf, { certificates: certificates(key), signature });
  const completed = async (key: IssuedKey, made: Uint8Array, pdf = letter) => {
    const signer = { kind: 'replay', certificates: certificates(key), signature: made } as const;
    return await signing.sign(pdf, { signer, signature });
  };

  it('is put in later, and found valid', async () => {
    const { toSign, digestAlgorithm } = await prepared(own);
    expect(digestAlgorithm).toBe('SHA-256');
    const { bytes, level } = await completed(own, tokenSigns(toSign, own));
    expect(validIn(bytes)).toBe(1);
    expect(level).toBe('B-B');
    expect(Buffer.compare(bytes.subarray(0, letter.length), letter)).toBe(0);
  });

  it('is over the same bytes however often they are asked for, and each signature gives the same PDF', async () => {
    const [first, second] = [await prepared(own), await prepared(own)];
    expect(Buffer.compare(first.toSign, second.toSign)).toBe(0);
    const made = tokenSigns(first.toSign, own);
    const [one, other] = [await completed(own, made), await completed(own, made)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  it('stands beside that of another token', async () => {
    const second = authority.issue({ name: 'Sunita Yadav' });
    const { bytes: once } = await completed(own, tokenSigns((await prepared(own)).toSign, own));
    const made = tokenSigns((await prepared(second, once)).toSign, second);
    const { bytes: twice } = await completed(second, made, once);
    expect(validIn(twice)).toBe(2);
  });

  it('may be one of an elliptic curve, in DER or as a token gives it: two numbers behind each other', async () => {
    const key = authority.issue({ name: 'Imran Ansari', algorithm: P256 });
    const der = tokenSigns((await prepared(key)).toSign, key);
    expect(validIn((await completed(key, der)).bytes)).toBe(1);
    expect(validIn((await completed(key, numbersOf(der))).bytes)).toBe(1);
  });

  it('is refused when it is over another document, by another key, or none at all', async () => {
    const other = authority.issue({ name: 'Somebody Else' });
    const { toSign } = await prepared(own);
    const { bytes: another } = await completed(own, tokenSigns(toSign, own));
    const wrong = [
      completed(own, tokenSigns((await prepared(own, another)).toSign, own)),
      completed(own, tokenSigns(toSign, other)),
      completed(own, new Uint8Array(256)),
      completed(own, new Uint8Array(0)),
    ];
    for (const result of await Promise.allSettled(wrong)) {
      expect(result).toMatchObject({ reason: { name: 'SigningFailed', why: 'signature-does-not-fit' } });
    }
  });

  it('needs certificates that are some', async () => {
    const sign = { certificates: [Buffer.from('none')], signature };
    await expect(signing.prepareSignature(letter, sign)).rejects.toMatchObject({ why: 'not-certificates' });
  });

  it('may come whole from a service, with a certificate that nobody knew before', async () => {
    const { documentHash, toSign } = await signing.prepareSignature(letter, { certificates: [], signature });
    expect(toSign).toHaveLength(0);
    const digest = Buffer.from(documentHash).toString('hex');
    const signer = ['-signer', authority.file('own.pem', own.pem), '-inkey', own.keyPath];
    const cms = authority.openssl(
      'cms',
      '-sign',
      '-binary',
      '-digest',
      digest,
      '-md',
      'sha256',
      '-outform',
      'DER',
      ...signer,
    );
    const replay = { kind: 'replay', certificates: [], signature: cms } as const;
    const { bytes } = await signing.sign(letter, { signer: replay, signature });
    expect(validIn(bytes)).toBe(1);
    expect(Buffer.from(bytes).toString('latin1')).toContain('adbe.pkcs7.detached');
    const wrong = signing.sign(bytes, { signer: replay, signature });
    await expect(wrong).rejects.toMatchObject({ why: 'signature-does-not-fit' });
  });

  it('is refused with a certificate that does not hold now', async () => {
    const expired = authority.issue({ name: 'Retired Officer' });
    const old = authority.openssl(
      'x509',
      '-in',
      authority.file('old.pem', expired.pem),
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-outform',
      'DER',
      '-not_before',
      '20200101000000Z',
      '-not_after',
      '20210101000000Z',
    );
    const sign = signing.prepareSignature(letter, { certificates: [old], signature });
    await expect(sign).rejects.toMatchObject({ name: 'SigningFailed', why: 'certificate-unfit' });
  });

  it('over bytes of any kind is checked by another program', async () => {
    const content = Buffer.from('टिप्पणी 7 का पाठ');
    const { at } = signature;
    const { toSign, documentHash } = await signing.prepareDetached(content, { certificates: certificates(own), at });
    expect(Buffer.compare(documentHash, createHash('sha256').update(content).digest())).toBe(0);
    const signer = { kind: 'replay', certificates: certificates(own), signature: tokenSigns(toSign, own) } as const;
    const cms = authority.file('note.cms', await signing.signDetached(content, signer, at));
    const files = ['-in', cms, '-inform', 'DER', '-content', authority.file('note.bin', content), '-binary'];
    const said = authority.openssl('cms', '-verify', ...files, '-CAfile', 'ca.pem', '-purpose', 'any');
    expect(Buffer.compare(said, content)).toBe(0);
  });
});

/** r and s of a curve of 256 bits, from their sequence in DER. */
function numbersOf(der: Uint8Array): Uint8Array {
  const [, , , length = 0] = der;
  const [r, s] = [der.subarray(4, 4 + length), der.subarray(4 + length + 2)];
  return Buffer.concat(
    [r, s].map((number) => Buffer.from(Buffer.from(number).toString('hex').padStart(66, '0').slice(-64), 'hex')),
  );
}
