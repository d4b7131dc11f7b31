import type { Decision, NoteColour, NoteKind, SheetNoteKind, StructuredText, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PendingSignature } from './note-signature.entity';

/** A frozen note: the table takes inserts only. */
@Entity('note')
export class Note {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  @Column('integer') number: number;
  /** Null when no paragraph is numbered, as in a signature alone. */
  @Column('integer', { nullable: true }) firstParagraph: number | null;
  /** How many have a number. */
  @Column('integer') paragraphs: number;
  @Column('jsonb') content: StructuredText;
  @Column('text', { nullable: true }) decision: Decision | null;
  @Column('text') kind: SheetNoteKind;
  /** The number of the note under which it stands, if it is a section. */
  @Column('integer', { nullable: true }) mainNote: number | null;
  /** The posts with whose holders it was discussed, if it is a discussion note. */
  @Column('uuid', { array: true, nullable: true }) discussedWith: string[] | null;
  @Column('text') contentHash: string;
  @Column('uuid') authorUserId: string;
  @Column('uuid') authorPostId: string;
  @Column('text') capacity: TenureKind;
  /** Who had put it up for correction to the author. */
  @Column('uuid', { nullable: true }) putUpByUserId: string | null;
  @Column('uuid', { nullable: true }) putUpByPostId: string | null;
  @Column('text', { nullable: true }) putUpCapacity: TenureKind | null;
  @Column('timestamptz') writtenAt: Date;
  /** The part of the file on whose sheet it was frozen, and its number there, of one that was incorporated. */
  @Column('uuid', { nullable: true }) partFileId: string | null;
  @Column('integer', { nullable: true }) partNote: number | null;
  /** Who decides, of a decision below the final authority of the case when it was frozen: a recommendation to that post. */
  @Column('uuid', { nullable: true }) recommendedTo: string | null;
}

/** The one note that is being written on a file. It travels only to be corrected: else sending freezes it or is refused. */
@Entity('pending_note')
export class PendingNote {
  @PrimaryColumn('uuid') fileId: string;
  @Column('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') colour: NoteColour;
  @Column('jsonb') content: StructuredText;
  @Column('text', { nullable: true }) decision: Decision | null;
  @Column('text') kind: NoteKind;
  /** The number of the note under which it stands, if it is a section. */
  @Column('integer', { nullable: true }) mainNote: number | null;
  /** The posts with whose holders it was discussed, if it is a discussion note. */
  @Column('uuid', { array: true, nullable: true }) discussedWith: string[] | null;
  @Column('uuid') authorUserId: string;
  @Column('uuid') authorPostId: string;
  @Column('text') authorCapacity: TenureKind;
  /** The personal assistant who last wrote it, if one did: the author is whoever makes it official. */
  @Column('uuid', { nullable: true }) preparedByUserId: string | null;
  /** Who last put it up for correction; it may have come home since. */
  @Column('uuid', { nullable: true }) putUpByUserId: string | null;
  @Column('uuid', { nullable: true }) putUpByPostId: string | null;
  @Column('text', { nullable: true }) putUpCapacity: TenureKind | null;
  @Column('timestamptz') savedAt: Date;
  /** Its author's, of a green note. */
  @Column('jsonb', { nullable: true }) signature: PendingSignature | null;
  /** The number of the version that is being written; a trigger keeps each. */
  @Column('integer') textVersion: number;
  @Column('integer') version: number;
}
