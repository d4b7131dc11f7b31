import { randomBytes, webcrypto } from 'node:crypto';
import { Certificate } from 'pkijs';
import { writeP12 } from '../key/write-p12';
import type { SigningKey } from '../signer/signing-key';
import { DEMO_ROOT } from '../trust/demo-root';
import { TRIAL_ORGANISATION } from '../trust/trial';
import { issueCertificate } from './issue-certificate';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const RSA_KEY = { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
/** The people of the demo have been at work for months when it is opened first, and signed all the while. */
const VALID_BEFORE_MS = 365 * 24 * 60 * 60_000;
const VALID_YEARS = 10;
/** Who tries for longer than that needs a key of an authority. */
const TRIAL_YEARS = 1;
/** The clocks of the office and of who checks may differ. */
const TRIAL_BEFORE_MS = 24 * 60 * 60_000;
/** How often the password is hashed before it opens the file. It is drawn by chance, so nobody guesses it; and every letter opens the file. */
const ITERATIONS = 100_000;

/** Whom the certificate of a demo key names. */
export interface DemoHolder {
  readonly name: string;
  /** By which the office knows him: the serial number of the holder. */
  readonly number: string;
}

/** A new RSA key with a certificate of the demo's root, in a PKCS#12 file under a new password. */
export async function makeDemoKey(holder: DemoHolder): Promise<SigningKey> {
  const keys = await webcrypto.subtle.generateKey(RSA_KEY, true, ['sign', 'verify']);
  const root = Certificate.fromBER(DEMO_ROOT.certificate);
  const own = await issueCertificate({
    holder: { ...holder, organisation: 'Patravali Demo' },
    publicKey: keys.publicKey,
    from: new Date(Date.now() - VALID_BEFORE_MS),
    years: VALID_YEARS,
    issuer: root,
    issuerKey: await keyOfRoot(),
  });
  return await keyFile(keys.privateKey, [own, root]);
}

/** A new RSA key with a certificate of a new root, whose own key is forgotten: nothing else ever leads to it. */
export async function makeTrialKey({ name }: { readonly name: string }): Promise<SigningKey> {
  const [keys, ofRoot] = await Promise.all([
    webcrypto.subtle.generateKey(RSA_KEY, true, ['sign', 'verify']),
    webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']),
  ]);
  const issued = {
    from: new Date(Date.now() - TRIAL_BEFORE_MS),
    years: TRIAL_YEARS,
    issuerKey: ofRoot.privateKey,
  };
  const named = { organisation: TRIAL_ORGANISATION, name };
  const root = await issueCertificate({
    ...issued,
    holder: { ...named, number: `root-${randomBytes(8).toString('hex')}` },
    publicKey: ofRoot.publicKey,
    issuer: null,
  });
  const own = await issueCertificate({
    ...issued,
    holder: { ...named, number: 'trial' },
    publicKey: keys.publicKey,
    issuer: root,
  });
  return await keyFile(keys.privateKey, [own, root]);
}

async function keyFile(privateKey: webcrypto.CryptoKey, certificates: readonly Certificate[]): Promise<SigningKey> {
  const password = randomBytes(24).toString('base64url');
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  const p12 = await writeP12({ pkcs8, certificates, password, iterations: ITERATIONS });
  return { p12, password, certificates: certificates.map((each) => new Uint8Array(each.toSchema().toBER())) };
}

const keyOfRoot = (): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', Uint8Array.from(DEMO_ROOT.key), P256, false, ['sign']);
