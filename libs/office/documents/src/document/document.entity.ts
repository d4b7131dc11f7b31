import type { ActiveContent } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stored PDF: its bytes lie in the object store under their hash and never change. */
@Entity('document')
export class Document {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') sha256: string;
  /** Bytes; PostgreSQL's bigint arrives as a string. */
  @Column('bigint') size: string;
  @Column('integer') pages: number;
  @Column('text') fileName: string;
  @Column('boolean') hasText: boolean;
  @Column('text', { array: true, nullable: true }) active: ActiveContent[] | null;
  @Column('uuid') uploadedByUserId: string;
  @Column('uuid') uploadedByPostId: string;
  /** Made by the office itself: no upload. */
  @Column('boolean') madeHere: boolean;
}
