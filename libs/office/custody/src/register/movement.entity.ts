import type { ActionAsked, Decision, MovementKind, TenureKind, Urgency } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file or a receipt went from post to post: a line of the movement register, which nobody can change. */
@Entity('movement')
export class Movement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) fileId: string | null;
  @Column('uuid', { nullable: true }) receiptId: string | null;
  @Column('integer') sequence: number;
  @Column('text') kind: MovementKind;
  @Column('uuid', { nullable: true }) fromPostId: string | null;
  @Column('uuid', { nullable: true }) toPostId: string | null;
  @Column('uuid') byUserId: string;
  @Column('uuid') byPostId: string;
  @Column('text') capacity: TenureKind;
  @Column('text', { nullable: true }) action: ActionAsked | null;
  @Column('text', { nullable: true }) urgency: Urgency | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text', { nullable: true }) remarks: string | null;
  /** Of a file: how many notes stood on its sheet when this was done, so that a return has its place there. */
  @Column('integer', { nullable: true }) notes: number | null;
  /** The posts of the channel, or of the sender's own line, that a forward left out: its remarks say why. */
  @Column('uuid', { array: true }) jumpedPostIds: string[];
  /** Of a file: for how many working days it was on the desk that it left; a trigger counts them. */
  @Column('integer', { nullable: true }) keptDays: number | null;
  /** Why that was longer than the limit. */
  @Column('text', { nullable: true }) explanation: string | null;
  /** Of the note that this act froze. */
  @Column('text', { nullable: true }) decision: Decision | null;
  /** Who decides, where that was a recommendation. */
  @Column('uuid', { nullable: true }) recommendedTo: string | null;
}

/** The register of movements under this alias. */
export const movementsAs = (alias: string): string => `movement ${alias}`;
