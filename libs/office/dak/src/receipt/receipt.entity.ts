import type {
  ActionAsked,
  Cover,
  DeliveryMode,
  Grading,
  LetterLanguage,
  ReceiptState,
  TenureKind,
  Urgency,
} from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An inward letter with its diary number, on one desk until it is put in a file or closed without one. */
@Entity('receipt')
export class Receipt {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') diaryNumber: string;
  /** As it is read in Hindi, where it reads otherwise there. */
  @Column('text', { nullable: true }) diaryNumberHi: string | null;
  @Column('text') state: ReceiptState;
  @Column('text') subject: string;
  @Column('text') senderName: string;
  @Column('text', { nullable: true }) senderDesignation: string | null;
  @Column('text', { nullable: true }) senderAddress: string | null;
  @Column('text', { nullable: true }) senderEmail: string | null;
  @Column('text', { nullable: true }) letterNumber: string | null;
  @Column('date', { nullable: true }) letterDate: string | null;
  @Column('date') receivedOn: string;
  @Column('text') deliveryMode: DeliveryMode;
  @Column('text') language: LetterLanguage;
  @Column('text') grading: Grading;
  @Column('text') urgency: Urgency;
  @Column('integer') enclosures: number;
  @Column('text', { nullable: true }) remarks: string | null;
  /** None as long as only its cover is known. */
  @Column('uuid', { nullable: true }) documentId: string | null;
  @Column('text', { nullable: true }) cover: Cover | null;
  @Column('uuid') unitId: string;
  @Column('uuid') diarisedByUserId: string;
  @Column('uuid') diarisedByPostId: string;
  @Column('text') diarisedCapacity: TenureKind;
  @Column('uuid', { nullable: true }) holderPostId: string | null;
  @Column('uuid', { nullable: true }) senderPostId: string | null;
  @Column('uuid', { array: true }) readerPostIds: string[];
  /** Those of them of whom the database was asked whether they still have a reason: see `FileCustody`. */
  stillDueTo?: readonly string[];
  @Column('text', { nullable: true }) action: ActionAsked | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text', { nullable: true }) sentRemarks: string | null;
  /** It came back, with a reason: the remarks. */
  @Column('boolean') returned: boolean;
  /** It had been marked to another desk, which sent it on here, with a reason. */
  @Column('boolean') redirected: boolean;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('uuid', { nullable: true }) fileId: string | null;
  /** Without a file, as long as it is closed. */
  @Column('uuid', { nullable: true }) closedByPostId: string | null;
  @Column('integer') movements: number;
  @Column('integer') version: number;
}
