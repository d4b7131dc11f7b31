import type { DiscussionAnswer, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** With whom a frozen note was discussed: a post, and who held it then. The table takes inserts only. */
@Entity('note_participant')
export class NoteParticipant {
  @PrimaryColumn('uuid') organisationId: string;
  @PrimaryColumn('uuid') fileId: string;
  /** The number of the note. */
  @PrimaryColumn('integer') note: number;
  /** From 1, in the order in which the author named them. */
  @PrimaryColumn('integer') place: number;
  @Column('uuid') postId: string;
  @Column('uuid') userId: string;
}

/** What a participant answered, once. */
@Entity('participant_answer')
export class ParticipantAnswer {
  @PrimaryColumn('uuid') organisationId: string;
  @PrimaryColumn('uuid') userId: string;
  @PrimaryColumn('uuid') postId: string;
  @PrimaryColumn('uuid') fileId: string;
  /** The number of the note. */
  @PrimaryColumn('integer') note: number;
  @Column('text') capacity: TenureKind;
  @Column('text') answer: DiscussionAnswer;
  @Column('text', { nullable: true }) remarks: string | null;
  @Column('timestamptz') at: Date;
}
