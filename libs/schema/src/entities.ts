import { Consultation, ConsultedPost } from '@patravali/consultations';
import { Correspondence } from '@patravali/correspondence';
import { ClockStop, FileCustody, FileRecall, Movement } from '@patravali/custody';
import { Receipt } from '@patravali/dak';
import { DeskView } from '@patravali/desk';
import { Dispatch } from '@patravali/dispatch';
import { Document } from '@patravali/documents';
import { Draft, DraftApproval, DraftComment, DraftCommentAnswer, DraftVersion } from '@patravali/drafts';
import { ChargeHandover } from '@patravali/establishment';
import { OfficeFile } from '@patravali/files';
import { Event } from '@patravali/ledger';
import { Issue, IssueRecipient, IssueWithdrawal, LetterSignatory, LetterSignature } from '@patravali/letters';
import { Note, NoteParticipant, NoteSignature, ParticipantAnswer, PendingNote, QuickPhrase } from '@patravali/notes';
import { AskedPdf, Redaction } from '@patravali/records';
import {
  CaseCategory,
  DraftTemplate,
  NumberHead,
  OfficeUser,
  Organisation,
  Post,
  Tenure,
  Unit,
} from '@patravali/organisation';
import { SynonymGroup } from '@patravali/search';
import { CertificateBinding, SigningKey, TrustedRoot } from '@patravali/signing';

/** Every table that the application maps. */
export const ENTITIES = [
  AskedPdf,
  Redaction,
  CaseCategory,
  CertificateBinding,
  ChargeHandover,
  Consultation,
  ConsultedPost,
  Correspondence,
  DeskView,
  Dispatch,
  Document,
  Draft,
  DraftApproval,
  DraftComment,
  DraftCommentAnswer,
  DraftTemplate,
  DraftVersion,
  Event,
  FileCustody,
  FileRecall,
  ClockStop,
  Issue,
  IssueRecipient,
  IssueWithdrawal,
  LetterSignatory,
  LetterSignature,
  Movement,
  Note,
  NoteParticipant,
  NoteSignature,
  NumberHead,
  OfficeFile,
  OfficeUser,
  Organisation,
  ParticipantAnswer,
  PendingNote,
  QuickPhrase,
  Post,
  Receipt,
  SigningKey,
  SynonymGroup,
  Tenure,
  TrustedRoot,
  Unit,
];
