import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Refusal } from '@patravali/errors';
import { SecurityLog } from '@patravali/identity';
import { type Revocation, type Signer, SigningFailed } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { SigningKey } from '../keys/signing-key.entity';
import { CertificateJudge, type ReliedOn, unbound } from '../trust/certificate-judge';
import { boundTo } from '../trust/key-of-person';
import { type OfficeTrust, trustOf } from '../trust/office-trust';
import { holdsAt, notValid, type Validity } from '../trust/validity';

export interface KeyToOpen {
  readonly keyId: string;
  /** Of a P12. */
  readonly passphrase: string | null;
  /** Of a token: what it has made, as base64. */
  readonly signature?: string | null;
}

/** With which something is signed now. */
export interface OpenedKey extends Validity {
  readonly id: string;
  /** SHA-256 of its certificate. */
  readonly fingerprint: string;
  readonly subject: string;
  /** The name in the certificate. */
  readonly holder: string;
  /** SHA-256 of the root to which it leads. */
  readonly root: string;
  readonly revocation: Revocation;
  readonly signer: Signer;
}

interface KeyInUse {
  readonly key: SigningKey;
  readonly trust: OfficeTrust;
}

/** The key of a person for one signature. Its passphrase passes through and is kept nowhere. */
@Injectable()
export class OpenKey {
  constructor(
    private readonly database: EntityManager,
    private readonly judge: CertificateJudge,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @throws Refusal `not-found` when it is not one's own, `key-ended`, `certificate-unbound`, those of `CertificateJudge`; `passphrase-wrong`
   * and `signature-unfit` for a wrong one, and for none at all.
   */
  async execute(actor: Actor, { keyId, passphrase, signature = null }: KeyToOpen): Promise<OpenedKey> {
    const { key, trust } = await this.inUse(actor, keyId);
    return await this.judged(actor, key, signerOf(key, passphrase, signature), trust);
  }

  /** The certificates of a token, in DER. @throws Refusal `not-found` for another kind of key too, and as `execute`. */
  async certificatesOf(actor: Actor, keyId: string): Promise<readonly Uint8Array[]> {
    const { key, trust } = await this.inUse(actor, keyId);
    if (key.kind !== 'token' || key.certificates === null) throw new Refusal('not-found');
    const certificates = key.certificates.map(asBytes);
    await boundTo(this.database, actor, asKnown(key, await this.judge.executeFor(certificates, trust)));
    return certificates;
  }

  private async inUse({ organisationId, userId }: Actor, keyId: string): Promise<KeyInUse> {
    const key = await this.database.findOneBy(SigningKey, { organisationId, userId, id: keyId });
    if (!key) throw new Refusal('not-found');
    if (key.state !== 'in_use') throw new Refusal('key-ended');
    const trust = await trustOf(this.database, organisationId);
    if (!holdsAt(key, trust.at)) throw notValid(key);
    return { key, trust };
  }

  /** Its certificate is judged and asked whose it is, whatever the row says of it. */
  private async judged(actor: Actor, key: SigningKey, signer: Signer, trust: OfficeTrust): Promise<OpenedKey> {
    const { id, fingerprint, subject, validFrom, validUntil } = key;
    const judged = await this.using(actor, key, () => this.judge.execute(signer, trust));
    const { certificate, root, revocation } = judged;
    if (certificate.fingerprint !== fingerprint) throw unbound(certificate);
    await boundTo(this.database, actor, asKnown(key, judged));
    return { id, fingerprint, subject, validFrom, validUntil, holder: certificate.name, root, revocation, signer };
  }

  /**
   * Signs with an opened key. A wrong passphrase is remembered as a security event.
   * @throws Refusal `passphrase-wrong`, `signature-unfit`, `certificate-not-valid`, `certificate-revoked`, `timestamp-unavailable`, and what
   * else the work throws.
   */
  async using<T>({ organisationId, userId }: Actor, key: Validity, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SigningFailed)) throw error;
      if (error.why === 'certificate-unfit') throw notValid(key);
      if (error.why === 'certificate-revoked') throw new Refusal('certificate-revoked', {}, { cause: error });
      if (error.why === 'signature-does-not-fit') throw unfit();
      if (error.why === 'timestamp-unavailable' || error.why === 'timestamp-wrong') throw unstamped(error);
      if (error.why !== 'wrong-password') throw error;
      this.log.note({ kind: 'key_not_opened', organisationId, userId });
      throw wrong();
    }
  }
}

/** Of a key from before it was asked whose it is the office knows neither number nor addresses: an administrator alone binds it. */
const asKnown = ({ boundBy }: SigningKey, judged: ReliedOn): ReliedOn =>
  boundBy === null ? { ...judged, certificate: { ...judged.certificate, number: null, emails: [] } } : judged;

const asBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

function signerOf(
  { kind, p12, demoSecret, certificates }: SigningKey,
  passphrase: string | null,
  signature: string | null,
): Signer {
  if (kind === 'token' && certificates !== null) {
    if (signature === null) throw unfit();
    return { kind: 'replay', certificates: certificates.map(asBytes), signature: asBytes(signature) };
  }
  const password = demoSecret ?? passphrase;
  if (p12 === null || password === null) throw wrong();
  return { kind: 'p12', p12: asBytes(p12), password };
}

const unfit = (): Refusal =>
  new Refusal('signature-unfit', {}, { errors: [{ pointer: '#/made/signature', detail: 'signature-unfit' }] });

/** Seconds after which an authority may answer again. */
const RETRY_AFTER = 60;

const unstamped = (cause: SigningFailed): Refusal =>
  new Refusal('timestamp-unavailable', {}, { retryAfter: RETRY_AFTER, cause });

/** Nothing was signed, for want of a time stamp alone. */
export const isUnstamped = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'timestamp-unavailable';

const wrong = (): Refusal =>
  new Refusal('passphrase-wrong', {}, { errors: [{ pointer: '#/passphrase', detail: 'passphrase-wrong' }] });
