import type {
  Addressee,
  IssueState,
  LetterForm,
  LetterLanguage,
  TenureKind,
  WithdrawalKind,
} from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An entry of the register: a number and the letter that bears it, from the moment when the number is drawn. Once it is
 * issued or cancelled, it stays as it is.
 */
@Entity('issue')
export class Issue {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') number: string;
  /** As a letter in Hindi prints it, where it reads otherwise there. */
  @Column('text', { nullable: true }) numberHi: string | null;
  /** With which anybody checks the letter; unguessable, and never changed. */
  @Column('text') code: string;
  /** That of its draft; a trigger writes it. */
  @Column({ type: 'text', insert: false, update: false }) form: LetterForm;
  @Column('text') state: IssueState;
  /** When the number was drawn: the date of the letter. */
  @Column('date') issuedOn: string;
  @Column('timestamptz') issuedAt: Date;
  @Column('uuid') draftId: string;
  @Column('integer') draftVersion: number;
  @Column('uuid') fileId: string;
  /** Counts the letters of its day from its file to its addressee, from 1; the database does. */
  @Column('integer') ofDay: number;
  /** Each addressee gets a copy of his own; a trigger takes it from the approved text. */
  @Column({ type: 'boolean', insert: false, update: false }) ownCopies: boolean;
  /** The signed letter, once it is issued. */
  @Column('uuid', { nullable: true }) documentId: string | null;
  /** Of the PDF without signatures, where officers sign it: the signed letter begins with its bytes. */
  @Column('text', { nullable: true }) unsignedSha256: string | null;
  @Column('integer', { nullable: true }) unsignedSize: number | null;
  /** Where on it the day of each signature is drawn. */
  @Column('jsonb', { nullable: true }) signatureRooms: object | null;
  /** While it is being made: the letter ready to be set, with all that was fixed when it was numbered. */
  @Column('jsonb', { nullable: true }) letter: object | null;
  @Column('text') subject: string;
  @Column('text') language: LetterLanguage;
  @Column('text') addressee: string;
  /** By when a reply was asked for. */
  @Column('date', { nullable: true }) replyBy: string | null;
  /** The post whose name it bears, and the person. */
  @Column('uuid') signatoryPostId: string;
  @Column('uuid') signedByUserId: string;
  @Column('uuid') approvedByUserId: string;
  @Column('uuid') approvedByPostId: string;
  @Column('text') approvedCapacity: TenureKind;
  @Column('timestamptz') approvedAt: Date;
  @Column('uuid') issuedByUserId: string;
  /** The issuing post: the signing post, or the one that the signatory named. */
  @Column('uuid') issuedByPostId: string;
  @Column('text') issuedCapacity: TenureKind;
  @Column('uuid') unitId: string;
  /** Who cancelled the number, and why. */
  @Column('text', { nullable: true }) cancellationReason: string | null;
  @Column('uuid', { nullable: true }) cancelledByUserId: string | null;
  @Column('uuid', { nullable: true }) cancelledByPostId: string | null;
  @Column('text', { nullable: true }) cancelledCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
}

/** One addressee or receiver of a copy, in the order of the letter from 0. */
@Entity('issue_recipient')
export class IssueRecipient {
  @PrimaryColumn('uuid') issueId: string;
  @PrimaryColumn('integer') position: number;
  @Column('uuid') organisationId: string;
  @Column('boolean') asCopy: boolean;
  @Column('jsonb') addressee: Addressee;
  /** The addressee's own copy. */
  @Column('uuid', { nullable: true }) documentId: string | null;
  @Column('timestamptz', { nullable: true }) servedAt: Date | null;
  /** Who said, and why, that the letter is not to be sent to them. */
  @Column('text', { nullable: true }) withheldReason: string | null;
  @Column('uuid', { nullable: true }) withheldByUserId: string | null;
  @Column('uuid', { nullable: true }) withheldByPostId: string | null;
  @Column('text', { nullable: true }) withheldCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) withheldAt: Date | null;
  /** Where the issuing post confirmed that a mail goes, instead of the address in the approved letter. */
  @Column('text', { nullable: true }) confirmedEmail: string | null;
  @Column('uuid', { nullable: true }) confirmedByUserId: string | null;
  @Column('uuid', { nullable: true }) confirmedByPostId: string | null;
  @Column('text', { nullable: true }) confirmedCapacity: TenureKind | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
}

/** That an issued letter no longer holds; written once. */
@Entity('issue_withdrawal')
export class IssueWithdrawal {
  @PrimaryColumn('uuid') organisationId: string;
  @PrimaryColumn('uuid') issueId: string;
  @Column('text') kind: WithdrawalKind;
  /** The letter that has taken its place. */
  @Column('uuid', { nullable: true }) laterIssueId: string | null;
  @Column('text') reason: string;
  @Column('uuid') byUserId: string;
  /** The signing post. */
  @Column('uuid') byPostId: string;
  @Column('text') capacity: TenureKind;
}
