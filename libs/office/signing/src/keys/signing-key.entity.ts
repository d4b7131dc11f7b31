import type { KeyBinding, SigningKeyKind, SigningKeyState } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** With which a person signs. Once it is replaced or revoked, only what its certificate said stays. */
@Entity('signing_key')
export class SigningKey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') userId: string;
  @Column('text') kind: SigningKeyKind;
  /** Whether it has expired its certificate says. */
  @Column('text') state: Exclude<SigningKeyState, 'expired'>;
  /** As base64, sealed under the passphrase of its owner, which nobody else has. */
  @Column('text', { nullable: true }) p12: string | null;
  /** The passphrase of the key of a demo person, who signs by a button. */
  @Column('text', { nullable: true }) demoSecret: string | null;
  /** In DER as base64, its owner's first, up to the root; with them the signature of a token is put into the PDF. */
  @Column('text', { array: true, nullable: true }) certificates: string[] | null;
  @Column('text') subject: string;
  @Column('text') issuer: string;
  @Column('text') serial: string;
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz') validUntil: Date;
  /** SHA-256 of the certificate, in hexadecimal digits. */
  @Column('text') fingerprint: string;
  /** The name in the certificate was another than its owner's when it was taken in. */
  @Column('boolean') bearsOtherName: boolean;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** Whom the certificate names, by which number and addresses; null of keys from before it was asked, as is what follows. */
  @Column('text', { nullable: true }) holder: string | null;
  @Column('text', { nullable: true }) holderNumber: string | null;
  @Column('text', { array: true, nullable: true }) holderEmails: string[] | null;
  /** SHA-256 of the root to which it led. */
  @Column('text', { nullable: true }) rootFingerprint: string | null;
  /** By what it was bound to its owner when it was taken in. */
  @Column('text', { nullable: true }) boundBy: KeyBinding | null;
}
