import type { DraftContent, DraftState, LetterForm, TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter in the making. Approval fixes one version of its text. */
@Entity('draft')
export class Draft {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') fileId: string;
  /** DFA I, DFA II … on its file. */
  @Column('integer') ordinal: number;
  @Column('text') state: DraftState;
  @Column('text') form: LetterForm;
  @Column('text') subject: string;
  @Column('text') addressee: string;
  @Column('uuid', { nullable: true }) replyToReceiptId: string | null;
  /** From which it began. */
  @Column('uuid', { nullable: true }) templateId: string | null;
  /** The post whose name the letter bears. */
  @Column('uuid') signatoryPostId: string;
  @Column('integer') currentVersion: number;
  @Column('integer', { nullable: true }) approvedVersion: number | null;
  @Column('uuid', { nullable: true }) approvedByUserId: string | null;
  @Column('uuid', { nullable: true }) approvedByPostId: string | null;
  @Column('text', { nullable: true }) approvedCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  /** The post, beside the signing post, that the signatory named when he approved: it may issue the letter. */
  @Column('uuid', { nullable: true }) namedPostId: string | null;
  @Column('text', { nullable: true }) cancellationReason: string | null;
  @Column('timestamptz') changedAt: Date;
  @Column('integer') version: number;
}

/** That a post approved a version of a draft. The table takes inserts only. */
@Entity('draft_approval')
export class DraftApproval {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') draftId: string;
  @Column('integer') draftVersion: number;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  @Column('text') capacity: TenureKind;
  @Column('timestamptz') at: Date;
  /** Who was then to sign; only from this post another could be named. */
  @Column('uuid') signatoryPostId: string;
  @Column('uuid', { nullable: true }) namedPostId: string | null;
  /** What the letter is set with beside its text; null where it was approved before approvals kept it. */
  @Column('text', { nullable: true }) letterheadSha256: string | null;
  @Column('jsonb', { nullable: true }) look: object | null;
}

/** The text of a draft as one desk left it. Only the current version of a draft not yet approved may change. */
@Entity('draft_version')
export class DraftVersion {
  @PrimaryColumn('uuid') draftId: string;
  @PrimaryColumn('integer') number: number;
  @Column('uuid') organisationId: string;
  @Column('jsonb') content: DraftContent;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  @Column('text') capacity: TenureKind;
  /** How many movements the file had made: the next desk begins a new version. */
  @Column('integer') movementSequence: number;
  @Column('timestamptz') savedAt: Date;
}
