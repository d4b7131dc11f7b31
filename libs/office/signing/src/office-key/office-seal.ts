import { Inject, Injectable } from '@nestjs/common';
import type { SealView } from '@patravali/contract';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { organisationEmail } from '@patravali/organisation';
import {
  type CertificateFacts,
  DEMO_ROOT,
  DOCUMENT_SIGNING,
  type DocumentSigning,
  readOwnCertificate,
  type Revocation,
  type SigningKey,
} from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { unchecked } from '../trust/certificate-judge';
import { TRUST_ROW, trustIn } from '../trust/office-trust';
import { OfficeKey } from './office-key';

const BINDINGS_OF_OFFICE =
  'certificate_binding b WHERE b.organisation_id = $1::uuid AND b.user_id IS NULL AND b.ended_at IS NULL';
const TRUST = TRUST_ROW.with(
  { bound: z.boolean(), boundBelow: z.array(z.string()) },
  {
    // By its number, by its address, or because an administrator said so; never by its name.
    bound: `COALESCE($3 = $1::text, false) OR COALESCE(lower(${organisationEmail('$1::uuid')}) = ANY ($4::text[]), false)
      OR EXISTS (SELECT FROM ${BINDINGS_OF_OFFICE} AND b.fingerprint = $2)`,
    // All that bear its number and lead to one of these roots.
    boundBelow: `ARRAY(SELECT b.root_fingerprint FROM ${BINDINGS_OF_OFFICE} AND b.holder_number = $3)`,
  },
);

interface Sealing {
  readonly key: SigningKey;
  readonly certificate: CertificateFacts;
  readonly fault: SealView['fault'];
  readonly revocation: Revocation;
  /** Nobody has said that it is not revoked, and the office wants to know. */
  readonly isUnchecked: boolean;
}

/** What seals, with the name and the subject in its certificate, and whether anybody said that this is not revoked. */
export interface FitSeal extends Pick<Sealing, 'key' | 'revocation'> {
  readonly holder: string;
  readonly subject: string;
}

/** The key of the office where it seals: it leads to a root that the office trusts, and is bound to it. */
@Injectable()
export class OfficeSeal {
  constructor(
    private readonly database: EntityManager,
    private readonly officeKey: OfficeKey,
    @Inject(DOCUMENT_SIGNING) private readonly signing: DocumentSigning,
  ) {}

  /** @throws Refusal `signing-not-configured`, `seal-unfit`, `revocation-unchecked`; SigningKeyUnusable. */
  async get(organisationId: string): Promise<FitSeal> {
    const { key, certificate, revocation, fault, isUnchecked } = await this.judged(organisationId);
    if (fault !== null) throw new Refusal('seal-unfit');
    if (isUnchecked) throw unchecked();
    return { key, holder: certificate.name, subject: certificate.subject, revocation };
  }

  /** Why letters cannot be sealed, in an office where that is so. */
  async missing(organisationId: string): Promise<Refusal | null> {
    try {
      await this.get(organisationId);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  /** For whoever looks after it; null where there is none. */
  async view(organisationId: string): Promise<SealView | null> {
    try {
      const { certificate, fault } = await this.judged(organisationId);
      const { name, subject, issuer, serial, validFrom, validUntil, fingerprint } = certificate;
      const valid = { validFrom: validFrom.toISOString(), validUntil: validUntil.toISOString() };
      return { certificate: { holder: name, subject, issuer, serial, ...valid, fingerprint }, fault };
    } catch (error) {
      if (error instanceof Refusal && error.code === 'signing-not-configured') return null;
      throw error;
    }
  }

  private async judged(organisationId: string): Promise<Sealing> {
    const key = await this.officeKey.get();
    const [own] = key.certificates;
    if (!own) throw new Error('The key of the office has no certificate');
    const certificate = readOwnCertificate(own);
    const { fingerprint, number, emails } = certificate;
    const [row] = await select(this.database, TRUST.row, `SELECT ${TRUST.columns}`, [
      organisationId,
      fingerprint,
      number,
      emails,
    ]);
    if (!row) throw new Error('The database told no time');
    const { refusesUnchecked, ...trust } = trustIn(row);
    const { objection, root, revocation } = await this.signing.judgeOwn(key.certificates, trust);
    const isOfDemo = row.demo && root === DEMO_ROOT.fingerprint && number === DEMO_ROOT.sealNumber;
    const isBound = row.bound || isOfDemo || (root !== null && row.boundBelow.includes(root));
    const fault = objection === null ? (isBound ? null : 'unbound') : objection === 'untrusted' ? objection : 'unfit';
    return { key, certificate, fault, revocation, isUnchecked: refusesUnchecked && revocation !== 'good' };
  }
}
