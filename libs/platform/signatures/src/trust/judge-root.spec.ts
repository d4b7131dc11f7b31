import { ago, ahead, fingerprintOf, type Made, make, pem } from '../../test/made-certificates';
import { judgeRoot } from './judge-root';

const root = make({ name: 'Root', ca: true });
const judged = (file: Uint8Array) => judgeRoot({ file, at: new Date() });

describe('a certificate that is to be a root of the office', () => {
  it.each<[string, (made: Made) => Uint8Array]>([
    ['in DER', ({ der }) => der],
    ['as PEM', (made) => Buffer.from(pem(made))],
  ])('is one of an authority that vouches for itself, %s', (_, file) => {
    const { certificate, objection } = judged(file(root));
    expect(objection).toBeNull();
    expect(certificate.fingerprint).toBe(fingerprintOf(root));
  });

  it.each<[string, string, () => Uint8Array]>([
    ['a person who vouches for himself', 'not-a-root', () => make({}).der],
    ['an authority that another one vouches for', 'not-a-root', () => make({ name: 'Below', by: root, ca: true }).der],
    [
      'one that bears the name of its issuer, who has not signed it',
      'not-a-root',
      () => make({ name: 'Root', ca: true, by: { ...root, key: make({}).key } }).der,
    ],
    [
      'several together',
      'not-a-root',
      () => Buffer.from([make({ name: 'Below', by: root, ca: true }), root].map(pem).join('')),
    ],
    ['an expired one', 'not-valid', () => make({ ca: true, from: ago(9), until: ago(1) }).der],
    ['one of tomorrow', 'not-valid', () => make({ ca: true, from: ahead(1) }).der],
    ['one with a key that is guessed', 'weak', () => make({ ca: true, kind: 'RSA 1024' }).der],
  ])('is not %s', (_, objection, file) => {
    expect(judged(file()).objection).toBe(objection);
  });

  it('is no other file', () => {
    expect(() => judged(Buffer.from('none'))).toThrow(expect.objectContaining({ why: 'not-certificates' }) as Error);
  });
});
