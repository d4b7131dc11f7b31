import type { CorrespondenceKind, Flag, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter on a file, received or issued, with its permanent serial and pages. The flag may change, and it may be detached. */
@Entity('correspondence')
export class Correspondence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  @Column('integer') serial: number;
  @Column('text') kind: CorrespondenceKind;
  @Column('integer') firstPage: number;
  @Column('integer') pages: number;
  @Column('uuid') documentId: string;
  @Column('uuid', { nullable: true }) receiptId: string | null;
  @Column('uuid', { nullable: true }) issueId: string | null;
  /** Which letter that went out from the file it answers. */
  @Column('uuid', { nullable: true }) answersIssueId: string | null;
  /** For which of its recipients; null where it names no addressee, and of answers from before. */
  @Column('integer', { nullable: true }) answersPosition: number | null;
  @Column('text', { nullable: true }) flag: Flag | null;
  @Column('uuid') addedByUserId: string;
  @Column('uuid') addedByPostId: string;
  @Column('text') capacity: TenureKind;
  /** How many movements the file had when it was put in: the database fills it, as it does the number of notes. */
  @Column('integer') movements: number;
  @Column('timestamptz', { nullable: true }) detachedAt: Date | null;
  @Column('text', { nullable: true }) detachReason: string | null;
  @Column('uuid', { nullable: true }) detachedByUserId: string | null;
  @Column('uuid', { nullable: true }) detachedByPostId: string | null;
  @Column('text', { nullable: true }) detachedCapacity: TenureKind | null;
}
