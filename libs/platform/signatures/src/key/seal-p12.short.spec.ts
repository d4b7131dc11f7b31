import { sealP12, SigningProcess } from '@patravali/signatures';
import { has } from '../../../typesetting/test/tools';
import { Authority, type IssuedKey, P256 } from '../../test/authority';
import { element, integer, octets, oid, sequence, small } from '../asn1';

const withOpenssl = has('openssl') ? describe : describe.skip;
/** Each sealing hashes as often as somebody who guesses has to. */
const SLOW = 120_000;
const PASSPHRASE = 'नीला आकाश 42';
const SALT = new Uint8Array(32);
const FOR_YEARS = integer(Buffer.from('7fffffffffff', 'hex'));

withOpenssl('taking in the key of an officer', () => {
  const authority = has('openssl') ? new Authority() : (undefined as never);
  let own: IssuedKey;
  let p12: Uint8Array;

  beforeAll(() => {
    own = authority.issue({ name: 'Rajesh Kumar Varma' });
    p12 = authority.p12(own, 'as it came');
  }, 60_000);
  afterAll(() => authority.close());

  const information = (file: Uint8Array, password: string) => {
    const path = authority.file('it.p12', file);
    return authority.openssl('pkcs12', '-in', path, '-passin', `pass:${password}`, '-nodes').toString();
  };

  it(
    'closes it anew: another password, AES-256, and slow to guess',
    async () => {
      const sealed = await sealP12(p12, 'as it came', PASSPHRASE);
      expect(information(sealed.p12, PASSPHRASE)).toContain('BEGIN PRIVATE KEY');
      expect(() => information(sealed.p12, 'as it came')).toThrow(/invalid password/i);
      const all = Buffer.from(sealed.p12).toString('hex');
      // AES-256-CBC (2.16.840.1.101.3.4.1.42), and 600,000 as a number, for the key and for the whole.
      expect(all).toContain('060960864801650304012a');
      expect(all.split('02030927c0')).toHaveLength(3);
    },
    SLOW,
  );

  it(
    'says what the certificate says, then its issuers',
    async () => {
      const { certificates } = await sealP12(p12, 'as it came', PASSPHRASE);
      expect(certificates.map(({ name }) => name)).toEqual(['Rajesh Kumar Varma', 'Test Root']);
      const [first] = certificates;
      expect(first).toMatchObject({
        subject: 'C=IN, O=Patravali Test, CN=Rajesh Kumar Varma',
        issuer: 'C=IN, O=Patravali Test, CN=Test Root',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
      expect(first?.validUntil.getTime()).toBeGreaterThan(Date.now());
      expect(first?.validFrom.getTime()).toBeLessThanOrEqual(Date.now());
      expect(Buffer.compare(first?.certificate ?? new Uint8Array(0), own.der)).toBe(0);
    },
    SLOW,
  );

  it(
    'takes what Windows writes, and keys of elliptic curves',
    async () => {
      const old = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
      expect((await sealP12(authority.p12(own, 'old', ...old), 'old', PASSPHRASE)).certificates).toHaveLength(2);
      const curve = authority.p12(authority.issue({ name: 'Sunita Yadav', algorithm: P256 }), 'curve');
      expect((await sealP12(curve, 'curve', PASSPHRASE)).certificates[0]?.name).toBe('Sunita Yadav');
    },
    SLOW,
  );

  it(
    'gives a key that signs',
    async () => {
      const sealed = await sealP12(p12, 'as it came', PASSPHRASE);
      const signing = new SigningProcess();
      const signer = { kind: 'p12', p12: sealed.p12, password: PASSPHRASE } as const;
      const cms = await signing.signDetached(Buffer.from('x'), signer).finally(() => signing.close());
      expect(Buffer.from(cms).includes(Buffer.from(own.der))).toBe(true);
    },
    SLOW,
  );

  it.each([
    ['a wrong password', () => p12, 'wrong', 'wrong-password'],
    ['half a file', () => p12.subarray(0, p12.length / 2), 'as it came', 'not-a-key'],
    ['nothing', () => new Uint8Array(0), '', 'not-a-key'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%%EOF'), '', 'not-a-key'],
    ['a megabyte of zeros', () => new Uint8Array(1 << 20), '', 'not-a-key'],
    ['boxes without end', () => Buffer.alloc(60_000, Buffer.from('3080', 'hex')), '', 'not-a-key'],
    ['certificates alone', () => authority.p12(own, 'x', '-nokeys'), 'x', 'not-a-key'],
  ] as const)('refuses %s', async (_, file, password, why) => {
    await expect(sealP12(file(), password, PASSPHRASE)).rejects.toMatchObject({ name: 'SigningFailed', why });
  });

  it('refuses a file that would be opened for hours, unopened', async () => {
    const honest = authority.p12(own, 'slow', '-iter', '3000000');
    await expect(sealP12(honest, 'slow', PASSPHRASE)).rejects.toMatchObject({ why: 'key-too-costly' });
    const mac = sequence(sequence(sequence(oid('2.16.840.1.101.3.4.2.1')), octets(SALT)), octets(SALT), FOR_YEARS);
    const content = sequence(oid('1.2.840.113549.1.7.1'), element(0xa0, octets(sequence())));
    const sealing = sealP12(sequence(small(3), content, mac), 'x', PASSPHRASE);
    await expect(sealing).rejects.toMatchObject({ name: 'SigningFailed', why: 'key-too-costly' });
  }, 60_000);

  it('refuses a passphrase that is guessed in minutes', async () => {
    await expect(sealP12(p12, 'as it came', 'short')).rejects.toMatchObject({
      why: 'wrong-password',
      code: 'key-unavailable',
    });
  });
});
