import type { TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an administrator says once, and ends once. */
abstract class SaidByAdministrator {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') addedByUserId: string;
  @Column('uuid') addedByPostId: string;
  @Column('text') addedCapacity: TenureKind;
  @Column('uuid', { nullable: true }) endedByUserId: string | null;
  @Column('uuid', { nullable: true }) endedByPostId: string | null;
  @Column('text', { nullable: true }) endedCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
}

/** A root that the office trusts: what leads to it may sign here. */
@Entity('trusted_root')
export class TrustedRoot extends SaidByAdministrator {
  /** In DER as base64. */
  @Column('text') certificate: string;
  /** SHA-256 of it, in hexadecimal digits. */
  @Column('text') fingerprint: string;
  @Column('text') subject: string;
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz') validUntil: Date;
  @Column('text') receivedFrom: string;
}

/** That a certificate, or all of one holder, speaks for a person; of nobody, for the office itself. */
@Entity('certificate_binding')
export class CertificateBinding extends SaidByAdministrator {
  @Column('uuid', { nullable: true }) userId: string | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  /** With all certificates of the holder, by the number under which this root knows him. */
  @Column('text', { nullable: true }) holderNumber: string | null;
  @Column('text', { nullable: true }) rootFingerprint: string | null;
  @Column('text') holder: string;
  @Column('text') subject: string;
  @Column('boolean') bearsOtherName: boolean;
  @Column('text') reason: string;
}
