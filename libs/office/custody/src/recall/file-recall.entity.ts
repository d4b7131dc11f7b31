import type { RecallOutcome, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The sender asks for a file back. It is open while it has no outcome and the file lies where that movement brought it: what
 * moves on lets it lapse, with nothing to be written.
 */
@Entity('file_recall')
export class FileRecall {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  /** The movement that is to be undone: the last one when it was asked. */
  @Column('integer') movementSequence: number;
  @Column('uuid') askedByUserId: string;
  @Column('uuid') askedByPostId: string;
  @Column('text') askedCapacity: TenureKind;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) outcome: RecallOutcome | null;
  @Column('uuid', { nullable: true }) answeredByUserId: string | null;
  @Column('uuid', { nullable: true }) answeredByPostId: string | null;
  @Column('text', { nullable: true }) answeredCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answerReason: string | null;
}
