import type { DispatchMode, DispatchState, ReportedOutcome, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Sending an issue to one recipient by one mode, with its own fate. */
@Entity('dispatch')
export class Dispatch {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') issueId: string;
  @Column('integer') position: number;
  /** Counts the dispatches of the letter from 1; the database draws it. */
  @Column('integer') ordinal: number;
  @Column('text') mode: DispatchMode;
  @Column('text') state: DispatchState;
  @Column('text', { nullable: true }) email: string | null;
  /** Within the office: the post where it arrived, and the receipt as which it did. */
  @Column('uuid', { nullable: true }) toPostId: string | null;
  @Column('uuid', { nullable: true }) receiptId: string | null;
  @Column('text', { nullable: true }) trackingNumber: string | null;
  /** In paise. */
  @Column('integer', { nullable: true }) postage: number | null;
  @Column('text', { nullable: true }) remarks: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('uuid') byUserId: string;
  @Column('uuid') byPostId: string;
  @Column('text') capacity: TenureKind;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  /** When it was delivered or came back, and why it came back. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  /** Of a mail: the attempt that was begun and has not ended yet; and how many the mail server never answered. */
  @Column('timestamptz', { nullable: true }) attemptBegunAt: Date | null;
  @Column('integer') unansweredAttempts: number;
  /** Why whoever was mailed it could not be told that it no longer holds. */
  @Column('text', { nullable: true }) notTold: string | null;
  /** In the address to which mail servers return the mail; of a mail that was handed to one. */
  @Column('text', { nullable: true }) returnKey: string | null;
  /** What a mail server says became of it, its words, and since when somebody of the office says that it is not so. */
  @Column('text', { nullable: true }) reportOutcome: ReportedOutcome | null;
  @Column('text', { nullable: true }) reportWords: string | null;
  @Column('timestamptz', { nullable: true }) reportedAt: Date | null;
  @Column('timestamptz', { nullable: true }) reportDismissedAt: Date | null;
}
