import type { ChargeItem, EndCause, Half, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the charge of a post was handed over, with what was pending there. */
@Entity('charge_handover')
export class ChargeHandover {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') postId: string;
  /** By which the post was held until then. */
  @Column('uuid') tenureId: string;
  @Column('uuid') fromUserId: string;
  @Column('text') cause: EndCause;
  @Column('text') orderReference: string;
  /** The day in India, and its half. */
  @Column('date') handedOn: string;
  @Column('text') half: Half;
  @Column('jsonb') items: ChargeItem[];
  /** Himself, or an administrator. */
  @Column('uuid') handedByUserId: string;
  @Column('uuid') handedByPostId: string;
  @Column('text') handedCapacity: TenureKind;
  @Column('timestamptz') handedAt: Date;
  /** The certificate in each language, once it is made. */
  @Column('uuid', { nullable: true }) documentHiId: string | null;
  @Column('uuid', { nullable: true }) documentEnId: string | null;
  @Column('uuid', { nullable: true }) takenByUserId: string | null;
  @Column('timestamptz', { nullable: true }) takenAt: Date | null;
  /** What had come to the post meanwhile, as whoever took over saw it. */
  @Column('jsonb', { nullable: true }) cameBetween: ChargeItem[] | null;
}
