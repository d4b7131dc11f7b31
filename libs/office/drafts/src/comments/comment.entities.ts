import type { MarkedPart, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a post says about a draft. It stays as it was said; only that it is resolved is entered, once. */
@Entity('draft_comment')
export class DraftComment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') draftId: string;
  @Column('integer') draftVersion: number;
  /** Null with its words: it is about the draft as a whole. */
  @Column('text', { nullable: true }) part: MarkedPart | null;
  @Column('text', { nullable: true }) quote: string | null;
  @Column('integer', { nullable: true }) occurrence: number | null;
  @Column('text') words: string;
  /** Who may read it, its author among them; null is everybody who may read the draft. */
  @Column('uuid', { array: true, nullable: true }) readerPostIds: string[] | null;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  @Column('text') capacity: TenureKind;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) resolvedByUserId: string | null;
  @Column('uuid', { nullable: true }) resolvedByPostId: string | null;
  @Column('text', { nullable: true }) resolvedCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
}

/** What somebody who may read a comment says to it. The table takes inserts only. */
@Entity('draft_comment_answer')
export class DraftCommentAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') commentId: string;
  @Column('text') words: string;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  @Column('text') capacity: TenureKind;
  @Column('timestamptz') at: Date;
}
