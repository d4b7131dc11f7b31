import type { Language, SnapshotState, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question that the holder of a file asked of several posts, and how much of the file they are shown. */
@Entity('consultation')
export class Consultation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  /** Within the file; the database numbers them. */
  @Column('integer') sequence: number;
  @Column('text') question: string;
  @Column('uuid') askedByUserId: string;
  @Column('uuid') askedByPostId: string;
  @Column('text') askedCapacity: TenureKind;
  @Column('timestamptz') askedAt: Date;
  /** Of the snapshot. */
  @Column('text') language: Language;
  /** What was on the file when it was asked: the snapshot goes so far. */
  @Column('integer') notes: number;
  @Column('integer') correspondence: number;
  @Column('integer') pages: number;
  @Column('text') snapshot: SnapshotState;
  @Column('uuid', { nullable: true }) documentId: string | null;
}
