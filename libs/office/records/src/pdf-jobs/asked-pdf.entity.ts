import type { AskedForm, AskedPdfState, Language } from '@patravali/contract';
import type { RefusalCode } from '@patravali/errors';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why no PDF came of it: a refusal, told to whoever asked. */
export interface AskedPdfFailure {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A PDF that somebody asked for and that is made in the background; its bytes lie in the object store until it expires. */
@Entity('asked_pdf')
export class AskedPdf {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  /** The PDF itself, or an evidence bundle, of all that is there or for a request under the RTI Act. */
  @Column('text') form: AskedForm;
  /** As `writeSelection` writes it; null for the whole file. */
  @Column('text', { nullable: true }) selection: string | null;
  @Column('text') language: Language;
  @Column('text') state: AskedPdfState;
  /** Of a bundle: the letter that it is about; null for the file. */
  @Column('uuid', { nullable: true }) issueId: string | null;
  /** Of a bundle: the files that lie in it besides, by their ids. */
  @Column('uuid', { array: true }) alsoFileIds: string[];
  /** How often it was begun: only the last one may end it. */
  @Column('integer') attempt: number;
  /** Notes and pages. */
  @Column('integer') done: number;
  @Column('integer') total: number;
  @Column('text', { nullable: true }) sha256: string | null;
  /** Bytes; PostgreSQL's bigint arrives as a string. */
  @Column('bigint', { nullable: true }) size: string | null;
  @Column('jsonb', { nullable: true }) failure: AskedPdfFailure | null;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz') expiresAt: Date;
}
