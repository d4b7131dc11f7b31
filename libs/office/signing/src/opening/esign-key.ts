import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { KeyBinding } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { SigningFailed } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SigningKey } from '../keys/signing-key.entity';
import { CertificateJudge, type ReliedOn } from '../trust/certificate-judge';
import { bearsOtherName } from '../trust/is-same-name';
import { boundTo, columnsOf } from '../trust/key-of-person';
import { trustOf } from '../trust/office-trust';
import type { OpenedKey } from './open-key';

/** What a service of the kind of eSign has made for a person, as base64. */
export interface MadeByESign {
  /** A whole CMS. */
  readonly signature: string;
  readonly certificate: string;
}

/** A key that a service made for one signature and has forgotten. */
export interface SpentKey extends OpenedKey {
  readonly judged: ReliedOn;
  readonly boundBy: KeyBinding;
  readonly bearsOtherName: boolean;
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Whose signature it is that came from a service: the certificate was unknown until then, and is judged and bound as any other. */
@Injectable()
export class ESignKey {
  constructor(
    private readonly database: EntityManager,
    private readonly judge: CertificateJudge,
  ) {}

  /** @throws Refusal `esign-unfit`, `esign-other-person`, those of `CertificateJudge`, `key-unavailable`. */
  async execute(actor: Actor, { signature, certificate }: MadeByESign): Promise<SpentKey> {
    const signer = {
      kind: 'replay' as const,
      certificates: [bytesOf(certificate)],
      signature: bytesOf(signature),
    };
    const trust = await trustOf(this.database, actor.organisationId);
    const judged = await this.judge.execute(signer, trust).catch((error: unknown) => {
      throw error instanceof SigningFailed ? new Refusal('esign-unfit', {}, { cause: error }) : error;
    });
    const { name, number, fingerprint, subject, validFrom, validUntil } = judged.certificate;
    const boundBy = await boundTo(this.database, actor, judged).catch((error: unknown) => {
      const isUnbound = error instanceof Refusal && error.code === 'certificate-unbound';
      // He cannot add it as a key: what an administrator can bind is the number of its holder.
      throw isUnbound ? new Refusal('esign-other-person', { name, number: number ?? '–' }) : error;
    });
    return {
      id: uuidv7(),
      fingerprint,
      subject,
      validFrom,
      validUntil,
      holder: name,
      root: judged.root,
      revocation: judged.revocation,
      signer,
      judged,
      boundBy,
      bearsOtherName: bearsOtherName(name, [actor.name.hi, actor.name.en]),
    };
  }
}

/** Its certificate is kept, so that it can sign this once. */
export async function keepSpentKey(tx: Transaction, userId: string, key: SpentKey): Promise<void> {
  const { id, judged, boundBy, bearsOtherName: bearsAnother } = key;
  await tx.insert(SigningKey, {
    id,
    organisationId: tx.by.organisationId,
    userId,
    kind: 'esign',
    state: 'in_use',
    p12: null,
    demoSecret: null,
    bearsOtherName: bearsAnother,
    ...columnsOf(judged, boundBy),
  });
}

/** It has signed: nobody has the key any more. */
export async function endSpentKey(tx: Transaction, { id }: SpentKey): Promise<void> {
  const { organisationId } = tx.by;
  await tx.update(SigningKey, { organisationId, id }, { state: 'replaced', endedAt: NOW });
}
