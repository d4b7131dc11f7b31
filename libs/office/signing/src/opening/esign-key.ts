import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type CertificateFacts, readCertificates, SigningFailed } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { refuseInvalid } from '../keys/certificate-holds';
import { isSameName } from '../keys/is-same-name';
import { SigningKey } from '../keys/signing-key.entity';
import type { OpenedKey } from './open-key';

/** What a service of the kind of eSign has made for a person, as base64. */
export interface MadeByESign {
  /** A whole CMS. */
  readonly signature: string;
  readonly certificate: string;
}

/** A key that a service made for one signature and has forgotten. */
export interface SpentKey extends OpenedKey {
  readonly certificate: CertificateFacts;
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Whose signature it is that came from a service: the certificate was unknown until then, so it has to name its person. */
@Injectable()
export class ESignKey {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `esign-unfit`, `esign-other-person`, `certificate-not-valid`, `key-unavailable`. */
  async execute({ name }: Pick<Actor, 'name'>, { signature, certificate }: MadeByESign): Promise<SpentKey> {
    const der = bytesOf(certificate);
    const [facts] = await readCertificates(der).catch((error: unknown) => {
      throw error instanceof SigningFailed ? new Refusal('esign-unfit', {}, { cause: error }) : error;
    });
    if (!facts) throw new Refusal('esign-unfit');
    if (![name.hi, name.en].some((own) => isSameName(facts.name, own))) {
      throw new Refusal('esign-other-person', { name: facts.name });
    }
    await refuseInvalid(this.database, facts);
    const { fingerprint, subject, validFrom, validUntil } = facts;
    const signer = { kind: 'replay' as const, certificates: [der], signature: bytesOf(signature) };
    return { id: uuidv7(), fingerprint, subject, validFrom, validUntil, signer, certificate: facts };
  }
}

/** Its certificate is kept, so that it can sign this once. */
export async function keepSpentKey(tx: Transaction, userId: string, { id, certificate }: SpentKey): Promise<void> {
  const { subject, issuer, serial, validFrom, validUntil, fingerprint } = certificate;
  await tx.insert(SigningKey, {
    id,
    organisationId: tx.by.organisationId,
    userId,
    kind: 'esign',
    state: 'in_use',
    p12: null,
    demoSecret: null,
    certificates: null,
    bearsOtherName: false,
    subject,
    issuer,
    serial,
    validFrom,
    validUntil,
    fingerprint,
  });
}

/** It has signed: nobody has the key any more. */
export async function endSpentKey(tx: Transaction, { id }: SpentKey): Promise<void> {
  const { organisationId } = tx.by;
  await tx.update(SigningKey, { organisationId, id }, { state: 'replaced', endedAt: NOW });
}
