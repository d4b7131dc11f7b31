import { DAK_MIGRATIONS } from '@patravali/dak';
import { CORRESPONDENCE_MIGRATIONS } from '@patravali/correspondence';
import { CUSTODY_MIGRATIONS } from '@patravali/custody';
import { DESK_MIGRATIONS } from '@patravali/desk';
import { DISPATCH_MIGRATIONS } from '@patravali/dispatch';
import { DOCUMENTS_MIGRATIONS } from '@patravali/documents';
import { DRAFTS_MIGRATIONS } from '@patravali/drafts';
import { FILES_MIGRATIONS } from '@patravali/files';
import { IDENTITY_MIGRATIONS } from '@patravali/identity';
import { LEDGER_MIGRATIONS } from '@patravali/ledger';
import { MOVEMENT_MIGRATIONS } from '@patravali/movement';
import { NOTES_MIGRATIONS } from '@patravali/notes';
import { ORGANISATION_MIGRATIONS } from '@patravali/organisation';
import { NOTICES_MIGRATIONS } from '@patravali/notices';
import { RECORDS_MIGRATIONS } from '@patravali/records';
import { SIGNING_MIGRATIONS } from '@patravali/signing';
import { People1790000000001 } from './1790000000001-people';
import { NumbersAndEvents1790000000002 } from './1790000000002-numbers-and-events';
import { Files1790000000003 } from './1790000000003-files';
import { Correspondence1790000000004 } from './1790000000004-correspondence';
import { Letters1790000000005 } from './1790000000005-letters';
import { IssuesSayWhoIssued1790000000010 } from './1790000000010-issues-say-who-issued';
import { NobodySignsForAnother1790000000011 } from './1790000000011-nobody-signs-for-another';
import { ClosedFilesAreFinished1790000000014 } from './1790000000014-closed-files-are-finished';
import { MovementsTellOfNotes1790000000016 } from './1790000000016-movements-tell-of-notes';
import { NotesAreTrue1790000000017 } from './1790000000017-notes-are-true';
import { OfficersGrade1790000000020 } from './1790000000020-officers-grade';
import { UseIsLimited1790000000039 } from './1790000000039-use-is-limited';
import { TheOfficeClock1790000000022 } from './1790000000022-the-office-clock';
import { SchemaAsReleased1790000000024 } from './1790000000024-schema-as-released';
import { RegistersAgree1790000000045 } from './1790000000045-registers-agree';
import { ChecksLookAtWhatChanged1790000000046 } from './1790000000046-checks-look-at-what-changed';
import { EventsDoNotQueue1790000000047 } from './1790000000047-events-do-not-queue';
import { LettersAreNumberedThenIssued1790000000026 } from './1790000000026-letters-are-numbered-then-issued';
import { FilesAreFoundInOneTable1790000000054 } from './1790000000054-files-are-found-in-one-table';
import { NewReadersAreSortedInLater1790000000057 } from './1790000000057-new-readers-are-sorted-in-later';
import { ScansAreRead1790000000063 } from './1790000000063-scans-are-read';
import { LettersAreDetached1790000000064 } from './1790000000064-letters-are-detached';
import { ReferencesAreListed1790000000073 } from './1790000000073-references-are-listed';
import { WordsWithoutNumbers1790000000069 } from './1790000000069-words-without-numbers';
import { ParticipantsHoldTheirPosts1790000000072 } from './1790000000072-participants-hold-their-posts';
import { AssistantsPrepare1790000000059 } from './1790000000059-assistants-prepare';
import { NotesAreCorrected1790000000060 } from './1790000000060-notes-are-corrected';
import { DesksHaveClocks1790000000116 } from './1790000000116-desks-have-clocks';
import { FilesAreTakenBack1790000000090 } from './1790000000090-files-are-taken-back';
import { FilesClimbLadders1790000000081 } from './1790000000081-files-climb-ladders';
import { FilesAreParked1790000000095 } from './1790000000095-files-are-parked';
import { FilesTravelInside1790000000110 } from './1790000000110-files-travel-inside';
import { PartsAreIncorporated1790000000112 } from './1790000000112-parts-are-incorporated';
import { FilesGoOnInVolumes1790000000125 } from './1790000000125-files-go-on-in-volumes';
import { FilesAwaitOpinions1790000000105 } from './1790000000105-files-await-opinions';
import { PostsAreConsulted1790000000106 } from './1790000000106-posts-are-consulted';
import { ReceiptsAreTakenBack1790000000120 } from './1790000000120-receipts-are-taken-back';
import { ReceiptsAreCopied1790000000121 } from './1790000000121-receipts-are-copied';
import { UnitsAreConsulted1790000000130 } from './1790000000130-units-are-consulted';
import { PartsAreGradedWithTheirFile1790000000131 } from './1790000000131-parts-are-graded-with-their-file';
import { LettersArriveWithinTheOffice1790000000146 } from './1790000000146-letters-arrive-within-the-office';
import { DraftsAreFound1790000000149 } from './1790000000149-drafts-are-found';
import { CommentsOnDrafts1790000000160 } from './1790000000160-comments-on-drafts';
import { DraftsBeginFromTemplates1790000000155 } from './1790000000155-drafts-begin-from-templates';
import { RepliesAreAwaited1790000000148 } from './1790000000148-replies-are-awaited';
import { AddresseesHaveOwnCopies1790000000169 } from './1790000000169-addressees-have-own-copies';
import { LettersEncloseDocuments1790000000181 } from './1790000000181-letters-enclose-documents';
import { LettersBearCodes1790000000135 } from './1790000000135-letters-bear-codes';
import { LettersAreWithdrawn1790000000136 } from './1790000000136-letters-are-withdrawn';
import { LettersAreSigned1790000000153 } from './1790000000153-letters-are-signed';
import { SignaturesLast1790000000163 } from './1790000000163-signatures-last';
import { NotesAreSigned1790000000164 } from './1790000000164-notes-are-signed';
import { OfficersUrge1790000000079 } from './1790000000079-officers-urge';
import { HealthIsAskedByWriting1790000000033 } from './1790000000033-health-is-asked-by-writing';
import { LettersAreSignedByEsign1790000000185 } from './1790000000185-letters-are-signed-by-esign';
import { AuditorsHaveUnits1790000000203 } from './1790000000203-auditors-have-units';

/** Released before the areas kept their own migrations; never changed. */
const RELEASED = [
  People1790000000001,
  NumbersAndEvents1790000000002,
  Files1790000000003,
  Correspondence1790000000004,
  Letters1790000000005,
];

/** Changes of tables of two areas at once, which neither of them may name alone, and of the platform's. */
const ACROSS_AREAS = [
  IssuesSayWhoIssued1790000000010,
  NobodySignsForAnother1790000000011,
  ClosedFilesAreFinished1790000000014,
  MovementsTellOfNotes1790000000016,
  NotesAreTrue1790000000017,
  OfficersGrade1790000000020,
  TheOfficeClock1790000000022,
  UseIsLimited1790000000039,
  SchemaAsReleased1790000000024,
  RegistersAgree1790000000045,
  ChecksLookAtWhatChanged1790000000046,
  EventsDoNotQueue1790000000047,
  LettersAreNumberedThenIssued1790000000026,
  HealthIsAskedByWriting1790000000033,
  FilesAreFoundInOneTable1790000000054,
  NewReadersAreSortedInLater1790000000057,
  ScansAreRead1790000000063,
  LettersAreDetached1790000000064,
  ParticipantsHoldTheirPosts1790000000072,
  ReferencesAreListed1790000000073,
  WordsWithoutNumbers1790000000069,
  AssistantsPrepare1790000000059,
  NotesAreCorrected1790000000060,
  FilesAreTakenBack1790000000090,
  DesksHaveClocks1790000000116,
  FilesClimbLadders1790000000081,
  FilesAreParked1790000000095,
  FilesTravelInside1790000000110,
  PartsAreIncorporated1790000000112,
  FilesGoOnInVolumes1790000000125,
  FilesAwaitOpinions1790000000105,
  PostsAreConsulted1790000000106,
  ReceiptsAreTakenBack1790000000120,
  ReceiptsAreCopied1790000000121,
  UnitsAreConsulted1790000000130,
  PartsAreGradedWithTheirFile1790000000131,
  LettersBearCodes1790000000135,
  LettersAreWithdrawn1790000000136,
  LettersAreSigned1790000000153,
  SignaturesLast1790000000163,
  NotesAreSigned1790000000164,
  OfficersUrge1790000000079,
  LettersArriveWithinTheOffice1790000000146,
  RepliesAreAwaited1790000000148,
  DraftsAreFound1790000000149,
  CommentsOnDrafts1790000000160,
  DraftsBeginFromTemplates1790000000155,
  AddresseesHaveOwnCopies1790000000169,
  LettersEncloseDocuments1790000000181,
  LettersAreSignedByEsign1790000000185,
  AuditorsHaveUnits1790000000203,
];

/** Every migration in order; listed, not globbed, so that every builder agrees. New ones lie with their area. */
export const MIGRATIONS = [
  ...RELEASED,
  ...FILES_MIGRATIONS,
  ...DAK_MIGRATIONS,
  ...CORRESPONDENCE_MIGRATIONS,
  ...CUSTODY_MIGRATIONS,
  ...DESK_MIGRATIONS,
  ...DISPATCH_MIGRATIONS,
  ...DOCUMENTS_MIGRATIONS,
  ...DRAFTS_MIGRATIONS,
  ...IDENTITY_MIGRATIONS,
  ...LEDGER_MIGRATIONS,
  ...MOVEMENT_MIGRATIONS,
  ...NOTES_MIGRATIONS,
  ...ORGANISATION_MIGRATIONS,
  ...NOTICES_MIGRATIONS,
  ...RECORDS_MIGRATIONS,
  ...SIGNING_MIGRATIONS,
  ...ACROSS_AREAS,
].sort((one, other) => timeOf(one) - timeOf(other));

function timeOf({ name }: { readonly name: string }): number {
  return Number(name.slice(-13));
}
