import type { LetterSignatureView } from '@patravali/contract';
import type { SqlRunner, Transaction } from '@patravali/database';
import type { Signatory } from '../numbering/signatories';
import { LetterSignature } from '../register/signing.entities';

export interface NewSignature extends Signatory {
  readonly issueId: string;
  readonly ordinal: number;
  readonly keyId: string;
  readonly fingerprint: string;
  /** Of the root to which its certificate led. */
  readonly rootFingerprint: string;
  readonly revocation: NonNullable<LetterSignatureView['revocation']>;
  readonly at: Date;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly level: LetterSignatureView['level'];
}

/** No authority gave this signature a time stamp, so nobody has signed. One statement, without a lock. */
export async function enterStampFailure(
  database: SqlRunner,
  {
    organisationId,
    issueId,
    ordinal,
  }: { readonly organisationId: string; readonly issueId: string; readonly ordinal: number },
): Promise<void> {
  await database.query(
    `INSERT INTO stamp_failure (organisation_id, issue_id, ordinal) VALUES ($1, $2, $3)
     ON CONFLICT (organisation_id, issue_id, ordinal) DO UPDATE SET at = office_now()`,
    [organisationId, issueId, ordinal],
  );
}

/** One of the signatories has signed; the letter is locked through its draft. */
export async function enterSignature(tx: Transaction, signature: NewSignature): Promise<void> {
  await tx.insert(LetterSignature, { ...signature, organisationId: tx.by.organisationId });
}
