import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { BindCertificate as Request, TrustChanged } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockOrganisation, OfficeUser, refuseNonAdministrator } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { SigningKey } from '../keys/signing-key.entity';
import { CertificateJudge } from '../trust/certificate-judge';
import { certificatesInFile } from '../trust/certificates-in-file';
import { bearsOtherName } from '../trust/is-same-name';
import { trustOf } from '../trust/office-trust';
import { CertificateBinding } from '../trust/trust.entities';

/** What is bound: one certificate, or all of its holder below a root. */
interface ToBind {
  readonly fingerprint: string | null;
  readonly holderNumber: string | null;
  readonly rootFingerprint: string | null;
  readonly holder: string;
  readonly subject: string;
}

/**
 * An administrator says whose a certificate is, with a reason: of a person, or of the office, whose seal it is. One in a file is judged first; of a
 * key that the office has from before, the chain is judged when it signs.
 */
@Injectable()
export class BindCertificate {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly judge: CertificateJudge,
  ) {}

  /**
   * @throws Refusal `not-allowed` for all but administrators; `certificates-unread`, those of `CertificateJudge`, `holder-without-number`;
   * `not-found` for a key that the office has not, or of somebody else, `key-ended`; `unknown-person`, `certificate-bound`; `key-unavailable`.
   */
  @Serves('bindCertificate')
  async execute(actor: Actor, request: Request): Promise<TrustChanged> {
    refuseNonAdministrator(actor);
    const { username, certificate, keyId, holder, allOfHolder, reason } = request;
    const { organisationId, userId, postId, capacity } = actor;
    const inFile = certificate === null ? null : await this.inFile(actor, certificate, allOfHolder);
    return await this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      const person = username === null ? null : await personCalled(tx, username);
      const named = holder && (await ofHolder(tx, holder));
      const toBind = inFile ?? named ?? (await ofKey(tx, keyId, person));
      await refuseBound(tx, toBind);
      const id = uuidv7();
      await tx.insert(CertificateBinding, {
        id,
        organisationId,
        userId: person?.id ?? null,
        ...toBind,
        bearsOtherName: person !== null && bearsOtherName(toBind.holder, [person.nameHi, person.nameEn]),
        reason,
        addedByUserId: userId,
        addedByPostId: postId,
        addedCapacity: capacity,
      });
      await tx.record('organisation.certificate_bound', organisationId, {
        relatedId: id,
        reason,
        data: { certificate: toBind.subject, ...(person && { username: person.username }) },
      });
      return { id };
    });
  }

  private async inFile({ organisationId }: Actor, file: string, allOfHolder: boolean): Promise<ToBind> {
    const facts = await certificatesInFile(file, '#/certificate');
    const trust = await trustOf(this.database, organisationId);
    const { certificate, root } = await this.judge.executeFor(
      facts.map((each) => each.certificate),
      trust,
    );
    const { name: holder, subject, number, fingerprint } = certificate;
    if (!allOfHolder) return { fingerprint, holderNumber: null, rootFingerprint: null, holder, subject };
    if (number === null) throw new Refusal('holder-without-number', { name: holder });
    return { fingerprint: null, holderNumber: number, rootFingerprint: root, holder, subject };
  }
}

async function personCalled(tx: Transaction, username: string): Promise<OfficeUser> {
  const person = await tx.find(OfficeUser, { username });
  if (person) return person;
  throw new Refusal('unknown-person', { username }, { errors: [{ pointer: '#/username', detail: 'unknown-person' }] });
}

/** @throws Refusal `certificate-untrusted` for a root that the office does not trust. */
async function ofHolder(
  tx: Transaction,
  { number, name, rootFingerprint }: NonNullable<Request['holder']>,
): Promise<ToBind> {
  const [root] = await tx.select(
    z.object({ trusted: z.boolean() }),
    'SELECT root_is_trusted($1, $2, office_now()) AS trusted',
    [tx.by.organisationId, rootFingerprint],
  );
  if (!root?.trusted) throw new Refusal('certificate-untrusted', { issuer: rootFingerprint });
  const subject = `CN=${name}, serialNumber=${number}`;
  return { fingerprint: null, holderNumber: number, rootFingerprint, holder: name, subject };
}

/** A key from before holders were kept names its own in the line that people read. */
const COMMON_NAME = /(?:^|, )CN=(.*?)(?=, [A-Za-z0-9.]+=|$)/;

/** @throws Refusal `not-found`, `key-ended` */
async function ofKey(tx: Transaction, id: string | null, person: OfficeUser | null): Promise<ToBind> {
  if (id === null || person === null) throw new Refusal('not-found');
  const { state, fingerprint, holder, subject } = await tx.lock(SigningKey, { id, userId: person.id });
  if (state !== 'in_use') throw new Refusal('key-ended');
  const named = holder ?? COMMON_NAME.exec(subject)?.[1] ?? subject;
  return { fingerprint, holderNumber: null, rootFingerprint: null, holder: named, subject };
}

/** One certificate speaks for one person. */
async function refuseBound(tx: Transaction, { fingerprint, holderNumber, rootFingerprint }: ToBind): Promise<void> {
  const bound = await tx.select(
    z.object({ id: z.uuid() }),
    `SELECT id FROM certificate_binding WHERE organisation_id = $1 AND ended_at IS NULL
       AND (fingerprint = $2 OR (root_fingerprint, holder_number) = ($3, $4))`,
    [tx.by.organisationId, fingerprint, rootFingerprint, holderNumber],
  );
  if (bound.length > 0) throw new Refusal('certificate-bound');
}
