import { readCertificates } from '@patravali/signatures';
import { has } from '../../../typesetting/test/tools';
import { Authority, type IssuedKey } from '../../test/authority';

const withOpenssl = has('openssl') ? describe : describe.skip;

withOpenssl('a file of certificates', () => {
  const authority = has('openssl') ? new Authority() : (undefined as never);
  let own: IssuedKey;
  beforeAll(() => {
    own = authority.issue({ name: 'Rajesh Kumar Varma' });
  });
  afterAll(() => authority.close());

  const bundle = (form: string) => {
    const files = ['-certfile', authority.file('own.pem', own.pem), '-certfile', 'ca.pem'];
    return authority.openssl('crl2pkcs7', '-nocrl', ...files, '-outform', form);
  };

  it.each<[string, () => Uint8Array | string, string[]]>([
    ['as PEM', () => own.pem, ['Rajesh Kumar Varma']],
    ['as DER', () => own.der, ['Rajesh Kumar Varma']],
    ['with its issuer', () => own.pem + authority.pem, ['Rajesh Kumar Varma', 'Test Root']],
    ['with its issuer first', () => authority.pem + own.pem, ['Rajesh Kumar Varma', 'Test Root']],
    ['with words around it', () => `Bag Attributes\n  x: y\n${own.pem}\nthe end`, ['Rajesh Kumar Varma']],
    ['as a bundle', () => bundle('DER'), ['Rajesh Kumar Varma', 'Test Root']],
    ['as a bundle in PEM', () => bundle('PEM'), ['Rajesh Kumar Varma', 'Test Root']],
  ])('is read %s', async (_, file, names) => {
    const certificates = await readCertificates(file());
    expect(certificates.map(({ name }) => name)).toEqual(names);
    const said = authority.openssl(
      'x509',
      '-in',
      authority.file('own.pem', own.pem),
      '-noout',
      '-serial',
      '-fingerprint',
      '-sha256',
    );
    expect(said.toString()).toContain(`serial=${certificates[0]?.serial ?? ''}`);
    const fingerprint = /Fingerprint=([0-9A-F:]+)/.exec(said.toString())?.[1];
    expect(certificates[0]?.fingerprint).toBe(fingerprint?.replaceAll(':', '').toLowerCase());
  });

  it.each<[string, () => Uint8Array | string]>([
    ['nothing', () => ''],
    ['a PDF', () => '%PDF-1.7'],
    ['half of one', () => own.der.subarray(0, 300)],
    ['PEM with nothing in it', () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['a key', () => authority.openssl('pkey', '-in', own.keyPath).toString()],
    ['a megabyte', () => new Uint8Array(1 << 20)],
  ])('is none when it is %s', async (_, file) => {
    await expect(readCertificates(file())).rejects.toMatchObject({ name: 'SigningFailed', why: 'not-certificates' });
  });
});
