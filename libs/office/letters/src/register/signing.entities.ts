import type { LetterSignatureView, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who signs a numbered letter, in turn from 1: fixed with the number, since the names stand on the letter. */
@Entity('letter_signatory')
export class LetterSignatory {
  @PrimaryColumn('uuid') organisationId: string;
  @PrimaryColumn('uuid') issueId: string;
  @PrimaryColumn('integer') ordinal: number;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  @Column('text') capacity: TenureKind;
}

/** That one of them has signed: with which key, and what the letter then was. */
@Entity('letter_signature')
export class LetterSignature {
  @PrimaryColumn('uuid') organisationId: string;
  @PrimaryColumn('uuid') issueId: string;
  @PrimaryColumn('integer') ordinal: number;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  @Column('text') capacity: TenureKind;
  @Column('uuid') keyId: string;
  /** SHA-256 of the certificate. */
  @Column('text') fingerprint: string;
  @Column('timestamptz') at: Date;
  /** Of the PDF with this signature and those before. */
  @Column('text') sha256: string;
  /** Bytes. */
  @Column('integer') size: number;
  /** Of letters signed before it was kept, unknown. */
  @Column('integer', { nullable: true }) pages: number | null;
  @Column('text') level: LetterSignatureView['level'];
  /** Of letters signed before it was asked, unknown, as is what follows. */
  @Column('text', { nullable: true }) rootFingerprint: string | null;
  @Column('text', { nullable: true }) revocation: LetterSignatureView['revocation'];
}
