import type {
  ActionAsked,
  Decision,
  FileState,
  Grading,
  ParkingEvent,
  StopReason,
  Urgency,
  WayBack,
} from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Whose desk a file is on, and all that a forward changes: a narrow row apart from the searched cover. It is the row
 * that commands lock and that rules are asked about.
 */
@Entity('file_custody')
export class FileCustody {
  @PrimaryColumn('uuid') fileId: string;
  @Column('uuid') organisationId: string;
  /** The unit that opened it, as on its cover: a trigger takes it from there. */
  @Column({ type: 'uuid', insert: false, update: false }) unitId: string;
  @Column('text') state: FileState;
  @Column('uuid', { nullable: true }) holderPostId: string | null;
  /** Who sent it to the desk where it is. */
  @Column('uuid', { nullable: true }) senderPostId: string | null;
  /** Every post that may read it: those that held or sent it and, of a normal file, their superiors. */
  @Column('uuid', { array: true }) readerPostIds: string[];
  /**
   * Those of them that still have a reason to: of whom it was asked. Only whoever stood above a post is, while its files are told that
   * he does not any more.
   */
  stillDueTo?: readonly string[];
  @Column('text') grading: Grading;
  @Column('text') urgency: Urgency;
  @Column('text', { nullable: true }) action: ActionAsked | null;
  /** What was decided by the note with which it came. */
  @Column('text', { nullable: true }) decision: Decision | null;
  /** Who decides, where that was a recommendation. */
  @Column('uuid', { nullable: true }) recommendedTo: string | null;
  /** It came back, with a reason: the remarks. */
  @Column('boolean') returned: boolean;
  /** The yellow note of the sender is with it, to be corrected: the file goes nowhere but home until that is done. */
  @Column('boolean') forCorrection: boolean;
  /** A superior took it from the desk of a post below. */
  @Column('boolean') pulledUp: boolean;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text', { nullable: true }) sentRemarks: string | null;
  /** Since when it is on this desk, or closed. */
  @Column('timestamptz') since: Date;
  /** When this desk opened it; null is unread, and may be pulled back. */
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('uuid', { nullable: true }) closedByPostId: string | null;
  @Column('text', { nullable: true }) closingReason: string | null;
  /** The day on which a parked file comes back by itself; null while only an event is awaited. */
  @Column('date', { nullable: true }) parkedUntil: string | null;
  @Column('text', { nullable: true }) parkedFor: ParkingEvent | null;
  /** The next review of a case in the call book. */
  @Column('date', { nullable: true }) reviewOn: string | null;
  /** It came back by itself; a trigger forgets it with the desk. */
  @Column('text', { nullable: true }) backFromParking: WayBack | null;
  /** From this day on the days on this desk are counted: moved on by those for which the clock was stopped. */
  @Column('date') clockFrom: string;
  @Column('date', { nullable: true }) clockStoppedOn: string | null;
  @Column('text', { nullable: true }) clockStoppedFor: StopReason | null;
  /** How many posts that were consulted have not answered yet; a trigger counts them. */
  @Column({ type: 'integer', insert: false, update: false }) opinionsAwaited: number;
  /** The first day by which one of them is to answer. */
  @Column({ type: 'date', nullable: true, insert: false, update: false }) opinionDueOn: string | null;
  /** How often this desk was reminded; a trigger forgets it with the desk. */
  @Column('integer') reminders: number;
  /** Inside which file it travels, of one that is attached. */
  @Column('uuid', { nullable: true }) attachedToFileId: string | null;
  /** How many files travel inside it; a trigger counts them. */
  @Column('integer') attachedFiles: number;
  /** Its notes stand on the sheet of the file of which it was a part: it stays closed. */
  @Column('boolean') incorporated: boolean;
  /** How many parts of it were opened; a trigger counts them. */
  @Column('integer') parts: number;
  /** Which volume of its file it is. */
  @Column('integer') volume: number;
  /** It goes on in the next volume: it stays closed. */
  @Column('boolean') continued: boolean;
  @Column('integer') movements: number;
  @Column('integer') notes: number;
  @Column('integer') paragraphs: number;
  @Column('integer') correspondence: number;
  /** Pages of correspondence so far: the next letter begins at C/(pages + 1). */
  @Column('integer') pages: number;
  @Column('integer') drafts: number;
  /** The kind of case, for which the office lays down a channel. */
  @Column('uuid', { nullable: true }) categoryId: string | null;
  /** The distinct levels of the desks that sent it on, the lowest first. */
  @Column('smallint', { array: true }) levels: number[];
  /** The jumped posts that it has yet to pass on its way back. */
  @Column('uuid', { array: true }) jumpedPostIds: string[];
  /** Counts every change; the ETag. */
  @Column('integer') version: number;
}
