import { createHash, sign } from 'node:crypto';
import { Certificate } from 'pkijs';
import { type Made, make } from '../../test/made-certificates';
import { OID, oid, sequence } from '../asn1';
import { openCertificate } from '../certificates/certificate';
import { attributesFor } from '../cms/make-cms';
import { writeCms } from '../cms/write-cms';
import { writeP12 } from '../key/write-p12';
import type { Signer } from '../signer/signer';
import { judgeSigner } from './judge-signer';

const root = make({ name: 'Root', ca: true });
const authority = make({ name: 'Authority', by: root, ca: true });
const person = make({ name: 'Asha Devi', by: authority });
const stranger = make({ name: 'Asha Devi' });
const PASSWORD = 'a word of the test';

const judged = async (signer: Signer) => {
  const { certificate, objection } = await judgeSigner({ signer, roots: [root.der], at: new Date(), answers: [] });
  return { fingerprint: certificate.fingerprint, objection };
};
const is = ({ der }: Made, objection: string | null) => ({
  fingerprint: createHash('sha256').update(der).digest('hex'),
  objection,
});
const replay = (signature: Uint8Array, certificates: readonly Made[]): Signer => ({
  kind: 'replay',
  signature,
  certificates: certificates.map(({ der }) => der),
});
const p12Of = (made: Made, issuers: readonly Made[]) =>
  writeP12({
    pkcs8: new Uint8Array(made.key.export({ type: 'pkcs8', format: 'der' })).buffer,
    certificates: [made, ...issuers].map(({ der }) => Certificate.fromBER(der)),
    password: PASSWORD,
    iterations: 2_048,
  });
/** A whole signature over a document, which brings certificates along. */
const cmsOf = (by: Made, issuers: readonly Made[]) => {
  const certificates = [by, ...issuers].map(({ der }) => openCertificate(der));
  const contentHash = createHash('sha256').update('a document').digest();
  const attributes = attributesFor(certificates, { contentHash, at: new Date() });
  return writeCms({ attributes, signature: sign('sha256', attributes, by.key), certificates });
};

describe('who signs in truth', () => {
  it('is whose key the file has that is opened with the password', async () => {
    const p12 = await p12Of(person, [authority]);
    expect(await judged({ kind: 'p12', p12, password: PASSWORD })).toEqual(is(person, null));
    const own = await p12Of(stranger, []);
    expect(await judged({ kind: 'p12', p12: own, password: PASSWORD })).toEqual(is(stranger, 'untrusted'));
  });

  it('is of a bare signature whose certificate was named', async () => {
    expect(await judged(replay(Buffer.alloc(64), [person, authority]))).toEqual(is(person, null));
    expect(await judged(replay(Buffer.alloc(64), [stranger]))).toEqual(is(stranger, 'untrusted'));
  });

  it('is of a whole signature its own signer, whoever was named beside it', async () => {
    expect(await judged(replay(cmsOf(person, [authority]), []))).toEqual(is(person, null));
    expect(await judged(replay(cmsOf(person, []), [person, authority]))).toEqual(is(person, null));
    expect(await judged(replay(cmsOf(stranger, []), [person, authority]))).toEqual(is(stranger, 'untrusted'));
  });

  it('is nobody where what looks like a signature is none', async () => {
    const broken = sequence(oid(OID.signedData));
    await expect(judged(replay(broken, [person]))).rejects.toMatchObject({ why: 'signature-does-not-fit' });
  });
});
