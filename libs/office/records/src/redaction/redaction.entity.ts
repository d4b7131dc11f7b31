import type { Language, RedactionMark, RedactionState, TenureKind } from '@patravali/contract';
import type { RefusalCode } from '@patravali/errors';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why no copy came of it: a refusal, told to the readers of the file. */
export interface RedactionFailure {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A copy of a document of a file in which passages and pages are left out; it is a document of its own. */
@Entity('redaction')
export class Redaction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  /** Within the file, from 1. */
  @Column('integer') sequence: number;
  /** Of which it is a copy. */
  @Column('uuid') documentId: string;
  /** Where what is left out stands on its pages. */
  @Column('jsonb') marks: RedactionMark[];
  @Column('text') language: Language;
  @Column('uuid') askedByUserId: string;
  @Column('uuid') askedByPostId: string;
  @Column('text') askedCapacity: TenureKind;
  @Column('timestamptz') askedAt: Date;
  @Column('text') state: RedactionState;
  /** Pages. */
  @Column('integer') done: number;
  @Column('integer') total: number;
  @Column('uuid', { nullable: true }) copyDocumentId: string | null;
  @Column('jsonb', { nullable: true }) failure: RedactionFailure | null;
}
