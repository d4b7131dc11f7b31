import type { StopEvidence, StopReason, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time for which the days on a desk are not counted: stopped by its holder, with a reason and what shows that it holds. */
@Entity('clock_stop')
export class ClockStop {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  /** The movement that brought the file to the desk whose clock it is. */
  @Column('integer') movementSequence: number;
  @Column('text') reason: StopReason;
  @Column('text') evidenceKind: StopEvidence['kind'];
  @Column('integer', { nullable: true }) evidenceNumber: number | null;
  @Column('text', { nullable: true }) evidenceWords: string | null;
  @Column('date', { nullable: true }) evidenceOn: string | null;
  @Column('date') stoppedOn: string;
  @Column('timestamptz') stoppedAt: Date;
  @Column('uuid') stoppedByUserId: string;
  @Column('uuid') stoppedByPostId: string;
  @Column('text') stoppedCapacity: string;
  @Column('date', { nullable: true }) startedOn: string | null;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('uuid', { nullable: true }) startedByUserId: string | null;
  @Column('uuid', { nullable: true }) startedByPostId: string | null;
  @Column('text', { nullable: true }) startedCapacity: TenureKind | null;
}
