import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Instant, REVOCATION_CHECKS, type RevocationCheck } from '@patravali/contract';

/** The signature of the author of a frozen note: final, as the note is. */
@Entity('note_signature')
export class NoteSignature {
  @PrimaryColumn('uuid') organisationId: string;
  @PrimaryColumn('uuid') fileId: string;
  @PrimaryColumn('integer') note: number;
  @Column('uuid') keyId: string;
  /** SHA-256 of the certificate. */
  @Column('text') fingerprint: string;
  @Column('timestamptz') at: Date;
  /** The canonical form of the note, whose UTF-8 is signed. */
  @Column('text') signed: string;
  /** Detached, in DER as base64. */
  @Column('text') cms: string;
  /** Of the root to which its certificate led; of notes signed before it was asked, unknown, as is what follows. */
  @Column('text', { nullable: true }) rootFingerprint: string | null;
  @Column('text', { nullable: true }) revocation: RevocationCheck | null;
}

/** The same while the note is green and has no number yet. */
export const PendingSignature = z.object({
  keyId: z.uuid(),
  fingerprint: z.string(),
  at: Instant,
  signed: z.string(),
  cms: z.string(),
  rootFingerprint: z.string(),
  revocation: z.enum(REVOCATION_CHECKS),
});
export type PendingSignature = z.infer<typeof PendingSignature>;
