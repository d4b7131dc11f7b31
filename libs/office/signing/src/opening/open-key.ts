import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Refusal } from '@patravali/errors';
import { SecurityLog } from '@patravali/identity';
import { type Signer, SigningFailed } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { notValid, refuseInvalid, type Validity } from '../keys/certificate-holds';
import { SigningKey } from '../keys/signing-key.entity';

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
  readonly signer: Signer;
}

/** The key of a person for one signature. Its passphrase passes through and is kept nowhere. */
@Injectable()
export class OpenKey {
  constructor(
    private readonly database: EntityManager,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @throws Refusal `not-found` when it is not one's own, `key-ended`, `certificate-not-valid`; `passphrase-wrong` and `signature-unfit`
   * for none at all.
   */
  async execute(actor: Actor, { keyId, passphrase, signature = null }: KeyToOpen): Promise<OpenedKey> {
    const key = await this.inUse(actor, keyId);
    const { fingerprint, subject, validFrom, validUntil } = key;
    return { id: keyId, fingerprint, subject, validFrom, validUntil, signer: signerOf(key, passphrase, signature) };
  }

  /** The certificates of a token, in DER. @throws Refusal `not-found` for another kind of key too, `key-ended`, `certificate-not-valid`. */
  async certificatesOf(actor: Actor, keyId: string): Promise<Uint8Array[]> {
    const { certificates } = await this.inUse(actor, keyId);
    if (certificates === null) throw new Refusal('not-found');
    return certificates.map(asBytes);
  }

  private async inUse({ organisationId, userId }: Actor, keyId: string): Promise<SigningKey> {
    const key = await this.database.findOneBy(SigningKey, { organisationId, userId, id: keyId });
    if (!key) throw new Refusal('not-found');
    if (key.state !== 'in_use') throw new Refusal('key-ended');
    await refuseInvalid(this.database, key);
    return key;
  }

  /**
   * Signs with an opened key. A wrong passphrase is remembered as a security event.
   * @throws Refusal `passphrase-wrong`, `signature-unfit`, `certificate-not-valid`, `timestamp-unavailable`, and what else the work throws.
   */
  async using<T>({ organisationId, userId }: Actor, key: OpenedKey, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SigningFailed)) throw error;
      if (error.why === 'certificate-unfit' || error.why === 'certificate-revoked') throw notValid(key);
      if (error.why === 'signature-does-not-fit') throw unfit();
      if (error.why === 'timestamp-unavailable' || error.why === 'timestamp-wrong') throw unstamped(error);
      if (error.why !== 'wrong-password') throw error;
      this.log.note({ kind: 'key_not_opened', organisationId, userId });
      throw wrong();
    }
  }
}

const asBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

function signerOf(
  { p12, demoSecret, certificates }: SigningKey,
  passphrase: string | null,
  signature: string | null,
): Signer {
  if (certificates !== null) {
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
