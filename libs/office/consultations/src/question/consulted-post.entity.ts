import type { ConsultedState, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A post that was asked for its opinion: asked once, and ended once. */
@Entity('consulted_post')
export class ConsultedPost {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') consultationId: string;
  @Column('uuid') fileId: string;
  /** In the order in which the posts were named. */
  @Column('integer') place: number;
  @Column('uuid') postId: string;
  /** As which unit it was asked, whose head it was. */
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('date') dueOn: string;
  @Column('text') state: ConsultedState;
  /** Who answered, returned or withdrew it. */
  @Column('uuid', { nullable: true }) endedByUserId: string | null;
  @Column('uuid', { nullable: true }) endedByPostId: string | null;
  @Column('text', { nullable: true }) endedCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** The same day in India. */
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** The number of the note that is the opinion. */
  @Column('integer', { nullable: true }) note: number | null;
}
