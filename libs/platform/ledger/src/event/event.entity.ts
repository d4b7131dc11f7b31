import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SUBJECT_KINDS = ['file', 'receipt', 'user', 'document', 'organisation', 'readings'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The immutable record of one change: who, from which post, in which capacity, when, what, why. */
@Entity('event')
export class Event {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') subjectKind: SubjectKind;
  @Column('uuid') subjectId: string;
  /** Running number within its subject, without gaps. */
  @Column('integer') sequence: number;
  /** `file.forwarded`: the subject and what happened to it, in the past. */
  @Column('text') name: string;
  /** A second thing that the event touched, such as the receipt that was put in a file. */
  @Column('uuid', { nullable: true }) relatedId: string | null;
  @Column('uuid', { nullable: true }) userId: string | null;
  @Column('uuid', { nullable: true }) postId: string | null;
  @Column('text', { nullable: true }) capacity: string | null;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb') data: object;
  /** SHA-256 of the canonical form of the text that was written, if any. */
  @Column('text', { nullable: true }) contentHash: string | null;
  /** 2: with the hash of the rows that its transaction wrote; 1: without; 0: chained afterwards. */
  @Column('smallint') encoding: number;
  /** SHA-256 of the canonical form of the event before it on its subject; zeros for the first. */
  @Column('bytea') previousHash: Buffer;
  /** SHA-256 of its canonical form (docs/proof.md). */
  @Column('bytea') hash: Buffer;
  /** SHA-256 of the lines of the rows that its transaction wrote, if it wrote any (docs/proof.md). */
  @Column('bytea', { nullable: true }) rowsHash: Buffer | null;
}

/** The ledger's table, for queries on what happened. */
export const EVENTS = 'event';
